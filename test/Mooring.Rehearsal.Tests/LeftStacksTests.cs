using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>The order in which stacks that are no longer in the fleet are destroyed.</summary>
public sealed class LeftStacksTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_stacks_of_a_removed_cluster_are_destroyed_first_in_reverse_order() =>
        Left(["lb", "blue: lb", "binding-blue: lb blue", "green: lb"], ["lb", "green: lb"]).Should().Be(("binding-blue blue", ""));

    [Fact]
    public void Dependencies_of_a_remaining_stack_are_destroyed_last() => Left(["old", "new", "blue: old"], ["new", "blue: new"]).Should().Be(("", "old"));

    /// <summary>Argo CD moves to another cluster, and its old one is removed with its load balancer.</summary>
    [Fact]
    public void Its_dependencies_are_destroyed_last_too() =>
        Left(
                ["old", "roota: old", "rootb", "blue: roota", "binding-roota: old roota", "registration-blue: roota blue"],
                ["rootb", "blue: rootb", "registration-blue: rootb blue"]
            )
            .Should()
            .Be(("binding-roota", "roota old"));

    [Fact]
    public void Without_removed_stacks_nothing_is_destroyed() => Left(["lb", "blue: lb"], ["lb", "blue: lb", "green: lb"]).Should().Be(("", ""));

    /// <summary>Names of the stacks that are destroyed first and last, given stacks and what they depend on.</summary>
    private (string First, string Last) Left(string[] deployed, string[] later)
    {
        var left = LeftStacks.Of([.. deployed.Select(Stack)], [.. later.Select(Stack)]);
        return (string.Join(' ', left.First.Select(stack => stack.Name)), string.Join(' ', left.Last.Select(stack => stack.Name)));
    }

    private RehearsedStack Stack(string text)
    {
        var (name, dependencies) = text.Split(": ") is [var first, var others] ? (first, others.Split(' ')) : (text, []);
        var terraform = TerraformProgram.Create(_directory.Path, new Dictionary<string, string>());
        return new RehearsedStack(
            name,
            Path.Combine(_directory.Path, name, "cdk.tf.json"),
            dependencies,
            terraform,
            new PretendedAccount("111122223333"),
            [],
            CancellationToken.None
        );
    }
}
