using Mooring.Clusters;

namespace Mooring.Tests.Clusters;

/// <summary>A cluster of which everything is known.</summary>
internal sealed class KnownCluster : ICluster
{
    public string ClusterName { get; init; } = "blue";

    public string ClusterArn => "arn:aws:eks:eu-west-1:111122223333:cluster/blue";

    public string ClusterVersion => "1.36";

    public string ClusterEndpoint => "https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com";

    public string ClusterCertificateAuthorityData => "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t";

    public string ClusterSecurityGroupId => "sg-0a1b2c3d4e5f60718";

    public string ClusterServiceCidr => "172.20.0.0/16";

    public string OidcIssuerUrl => "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";
}
