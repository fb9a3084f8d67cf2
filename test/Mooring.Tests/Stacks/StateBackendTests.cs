using Mooring.Stacks;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

public class StateBackendTests
{
    [Fact]
    public void Local_state_is_next_to_the_output_directory() =>
        LoadBalancer("local:").Should().HaveSettings("""{ "backend": { "local": { "path": "../../../terraform.shop-load-balancer-public.tfstate" } } }""");

    [Fact]
    public void State_in_s3_is_an_object_a_stack() =>
        LoadBalancer("s3: { bucket: example-states }")
            .Should()
            .HaveSettings(
                """
                {
                  "backend": {
                    "s3": {
                      "bucket": "example-states",
                      "encrypt": true,
                      "key": "shop/load-balancer-public.tfstate",
                      "region": "eu-west-1",
                      "use_lockfile": true
                    }
                  }
                }
                """
            );

    [Fact]
    public void State_in_s3_can_be_in_another_region_under_another_key() =>
        LoadBalancer("s3: { bucket: example-states, region: eu-central-1, keyPrefix: fleets/shop }")
            .Should()
            .HaveSettings("""{ "backend": { "s3": { "key": "fleets/shop/load-balancer-public.tfstate", "region": "eu-central-1" } } }""");

    [Fact]
    public void Hcp_terraform_has_a_workspace_a_stack() =>
        LoadBalancer("cloud: { organization: example }")
            .Should()
            .HaveSettings(
                """
                {
                  "backend": null,
                  "cloud": {
                    "hostname": null,
                    "organization": "example",
                    "workspaces": { "name": "shop-load-balancer-public", "project": null }
                  }
                }
                """
            );

    [Fact]
    public void A_terraform_enterprise_has_a_host_name_and_a_workspace_a_project() =>
        LoadBalancer("cloud: { organization: example, project: fleets, hostname: terraform.example.com }")
            .Should()
            .HaveSettings("""{ "cloud": { "hostname": "terraform.example.com", "workspaces": { "project": "fleets" } } }""");

    private static TerraformJson LoadBalancer(string backend)
    {
        var fleet = SmallFleet.With("vpc:", $"backend:\n  {backend}\nvpc:");
        return TerraformJson.Of(new LoadBalancerStack(TestApp.Create(), fleet, "public"));
    }
}
