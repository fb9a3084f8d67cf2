using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Stacks;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

public class StateBackendTests
{
    [Fact]
    public void Local_state_is_beside_the_output_directory_wherever_that_is() =>
        Terraform("local:").Should().Be("""{"backend":{"local":{"path":"../../../terraform.shop-load-balancer-public.tfstate"}}""");

    [Fact]
    public void State_in_s3_is_an_object_a_stack() =>
        Terraform("s3: { bucket: example-states }")
            .Should()
            .Be(
                """{"backend":{"s3":{"bucket":"example-states","encrypt":true,"key":"shop/load-balancer-public.tfstate","region":"eu-west-1","use_lockfile":true}}"""
            );

    [Fact]
    public void State_in_s3_can_be_in_another_region_under_another_key() =>
        Terraform("s3: { bucket: example-states, region: eu-central-1, keyPrefix: fleets/shop }")
            .Should()
            .Be(
                """{"backend":{"s3":{"bucket":"example-states","encrypt":true,"key":"fleets/shop/load-balancer-public.tfstate","region":"eu-central-1","use_lockfile":true}}"""
            );

    [Fact]
    public void Hcp_terraform_has_a_workspace_a_stack() =>
        Terraform("cloud: { organization: example }").Should().Be("""{"cloud":{"organization":"example","workspaces":{"name":"shop-load-balancer-public"}}""");

    [Fact]
    public void A_terraform_enterprise_has_a_host_name_and_a_workspace_a_project() =>
        Terraform("cloud: { organization: example, project: fleets, hostname: terraform.example.com }")
            .Should()
            .Be(
                """{"cloud":{"hostname":"terraform.example.com","organization":"example","workspaces":{"name":"shop-load-balancer-public","project":"fleets"}}"""
            );

    /// <summary>The part of a stack's <c>terraform</c> block that says where its state is.</summary>
    private static string Terraform(string backend)
    {
        var fleet = SmallFleet.With("vpc:", $"backend:\n  {backend}\nvpc:");
        var stack = new LoadBalancerStack(TestApp.Create(), fleet, "public");
        return new TerraformJson(Testing.Synth(stack)).Terraform.ToJsonString().Split(",\"required_providers\"")[0];
    }
}
