using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class LoadBalancerLookupTests : ConstructTest
{
    private LoadBalancerLookup Define(bool requireOneSecurityGroup = false) =>
        new(Stack, "LoadBalancer", new LoadBalancerLookupProps { LoadBalancerName = "legacy-shop", RequireOneSecurityGroup = requireOneSecurityGroup });

    [Fact]
    public void An_existing_load_balancer_is_looked_up_by_its_name()
    {
        Define();

        VerifySnapshot("LoadBalancing/LoadBalancerLookup.Minimal");
    }

    [Fact]
    public void Clusters_allow_its_only_security_group()
    {
        var loadBalancer = Define(requireOneSecurityGroup: true);

        _ = new TerraformOutput(Stack, "group", new TerraformOutputConfig { Value = loadBalancer.SecurityGroupId });

        var stack = Synthesize();
        stack.Output("group").GetValue<string>().Should().Be("${one(tolist(data.aws_lb.LoadBalancer.security_groups))}");
        stack.Data("aws_lb")["lifecycle"]!["postcondition"]![0]!["condition"]!.GetValue<string>().Should().Be("${length(self.security_groups) == 1}");
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
