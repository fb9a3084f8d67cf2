using HashiCorp.Cdktf;
using Mooring.Clusters;

namespace Mooring.Tests.Clusters;

/// <summary>What a stack's output <c>facts</c> tells of a cluster: everything that others may ask it for.</summary>
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
