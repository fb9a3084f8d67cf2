using FluentAssertions;
using Mooring.Stacks;
using Xunit;

namespace Mooring.Tests.Stacks;

public class StackKindTests
{
    [Fact]
    public void A_stack_is_named_by_its_kind_and_its_load_balancer_or_cluster() =>
        StackKind
            .All.Select(kind => kind.StackOf("blue"))
            .Should()
            .Equal("workspaces", "load-balancer-blue", "cluster-blue", "registration-blue", "binding-blue");

    [Fact]
    public void A_kind_of_stack_is_found_by_its_name() => StackKind.All.Should().OnlyContain(kind => StackKind.Of(kind.Name) == kind);

    [Fact]
    public void Fails_when_the_kind_is_not_known()
    {
        var find = () => StackKind.Of("bindings");

        find.Should().Throw<ArgumentException>().WithMessage("must be one of workspaces, load-balancer, cluster, registration, binding, got 'bindings'*");
    }
}
