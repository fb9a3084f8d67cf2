using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Clusters;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class ClusterLookupTests : ConstructTest
{
    private static ClusterLookupProps Minimal => new() { ClusterName = "blue" };

    [Fact]
    public void A_cluster_is_looked_up_by_its_name()
    {
        _ = new ClusterLookup(Stack, "Cluster", Minimal);

        VerifySnapshot("Clusters/ClusterLookup.Minimal");
    }

    [Fact]
    public void A_lookup_has_the_same_outputs_as_the_construct()
    {
        ClusterFacts.Output(Stack, new ClusterLookup(Stack, "Cluster", Minimal));

        Synthesize()
            .Output("facts")
            .AsArray()
            .Select(fact => fact!.GetValue<string>())
            .Should()
            .Equal(
                "${data.aws_eks_cluster.Cluster.id}",
                "${data.aws_eks_cluster.Cluster.arn}",
                "${data.aws_eks_cluster.Cluster.endpoint}",
                "${data.aws_eks_cluster.Cluster.certificate_authority[0].data}",
                "${data.aws_eks_cluster.Cluster.vpc_config[0].cluster_security_group_id}",
                "${coalesce(data.aws_eks_cluster.Cluster.kubernetes_network_config[0].service_ipv6_cidr, "
                    + "data.aws_eks_cluster.Cluster.kubernetes_network_config[0].service_ipv4_cidr)}",
                "${data.aws_eks_cluster.Cluster.identity[0].oidc[0].issuer}"
            );
    }

    [Fact]
    public void A_cluster_that_must_have_access_entries_has_another_authentication_mode_than_config_map()
    {
        _ = new ClusterLookup(Stack, "Cluster", Minimal with { RequireAccessEntries = true });

        var postcondition = Synthesize().Data("aws_eks_cluster")["lifecycle"]!["postcondition"]![0]!;
        postcondition["condition"]!.GetValue<string>().Should().Be("${self.access_config[0].authentication_mode != \"CONFIG_MAP\"}");
        postcondition["error_message"]!
            .GetValue<string>()
            .Should()
            .Be(
                "Cluster blue has authentication mode CONFIG_MAP, in which EKS refuses access entries. Change it to API_AND_CONFIG_MAP, which keeps the "
                    + "ConfigMap aws-auth, then plan again."
            );
    }

    [Fact]
    public void A_cluster_token_is_read_once_where_it_is_used()
    {
        var cluster = new ClusterLookup(Stack, "Cluster", Minimal);
        Output("token", cluster.ClusterToken);
        Output("again", cluster.ClusterToken);

        var synthesized = Synthesize();
        synthesized.EphemeralResources("aws_eks_cluster_auth")["Cluster"]["name"]!.GetValue<string>().Should().Be("${data.aws_eks_cluster.Cluster.id}");
        synthesized.Output("token").GetValue<string>().Should().Be("${ephemeral.aws_eks_cluster_auth.Cluster.token}");
    }

    [Fact]
    public void No_cluster_token_is_read_where_none_is_used()
    {
        _ = new ClusterLookup(Stack, "Cluster", Minimal);

        Synthesize().EphemeralResources("aws_eks_cluster_auth").Should().BeEmpty();
    }

    private void Output(string name, string value) => _ = new TerraformOutput(Stack, name, new TerraformOutputConfig { Value = value, Sensitive = true });

    [Fact]
    public void Fails_when_eks_would_refuse_the_name() =>
        FaultOf(scope => _ = new ClusterLookup(scope, "Cluster", Minimal with { ClusterName = "_blue" }))
            .Should()
            .Be("'ClusterName' must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got '_blue'");
}
