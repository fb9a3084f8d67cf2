using Constructs;
using HashiCorp.Cdktf;
using Mooring.Errors;

namespace Mooring.ArgoCd;

/// <summary>Argo CD assumes a role that has access to the cluster.</summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks"/>
public sealed record AssumedRole : ClusterConnection
{
    /// <summary>URL of the cluster's API server.</summary>
    public required string ClusterEndpoint { get; init; }

    /// <summary>Certificate of the authority that its API server's certificate is from, PEM in Base64.</summary>
    public required string ClusterCertificateAuthorityData { get; init; }

    /// <summary>ARN of the role that Argo CD assumes.</summary>
    public required string AccessRoleArn { get; init; }

    internal override string Server => ClusterEndpoint;

    internal override string Config(string eksClusterName) =>
        Fn.Jsonencode(
            new Dictionary<string, object>
            {
                ["awsAuthConfig"] = new Dictionary<string, object> { ["clusterName"] = eksClusterName, ["roleARN"] = AccessRoleArn },
                ["tlsClientConfig"] = new Dictionary<string, object> { ["insecure"] = false, ["caData"] = ClusterCertificateAuthorityData },
            }
        );

    internal override void Check(Construct construct) => Property.Require(construct, nameof(ClusterEndpoint), ArgoCdLimits.Server(ClusterEndpoint));
}
