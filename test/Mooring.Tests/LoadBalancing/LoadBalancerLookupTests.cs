using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class LoadBalancerLookupTests : ConstructTest
{
    private LoadBalancerLookup Define() => new(Stack, "LoadBalancer", new LoadBalancerLookupProps { LoadBalancerName = "legacy-shop" });

    [Fact]
    public void An_existing_load_balancer_is_looked_up_by_its_name()
    {
        Define();

        VerifySnapshot("LoadBalancing/LoadBalancerLookup.Minimal");
    }

    [Fact]
    public void Clusters_allow_the_first_of_its_security_groups()
    {
        var loadBalancer = Define();

        _ = new TerraformOutput(Stack, "group", new TerraformOutputConfig { Value = loadBalancer.SecurityGroupId });

        Synthesize().Output("group").GetValue<string>().Should().Be("${element(sort(tolist(data.aws_lb.LoadBalancer.security_groups)), 0)}");
    }

    [Fact]
    public void Fails_when_it_cannot_be_the_name_of_one()
    {
        var define = () => new LoadBalancerLookup(Stack, "LoadBalancer", new LoadBalancerLookupProps { LoadBalancerName = "legacy_shop" });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/LoadBalancer: 'LoadBalancerName' must be 1 to 32 letters, digits and hyphens, without a hyphen at either end, got "
                    + "'legacy_shop' (11 characters)"
            );
    }
}
