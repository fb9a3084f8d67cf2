using HashiCorp.Cdktf;
using Mooring.Clusters;

namespace Mooring.Tests.Clusters;

/// <summary>The output <c>facts</c> of a stack: all outputs of a cluster.</summary>
internal static class ClusterFacts
{
    public static void Output(TerraformStack stack, ICluster cluster) =>
        _ = new TerraformOutput(
            stack,
            "facts",
            new TerraformOutputConfig
            {
                Value = new[]
                {
                    cluster.ClusterName,
                    cluster.ClusterArn,
                    cluster.ClusterEndpoint,
                    cluster.ClusterCertificateAuthorityData,
                    cluster.ClusterSecurityGroupId,
                    cluster.ClusterServiceCidr,
                    cluster.OidcIssuerUrl,
                },
            }
        );
}
