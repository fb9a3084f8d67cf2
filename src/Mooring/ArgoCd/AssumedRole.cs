using Constructs;
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

    /// <summary>
    /// The configuration in the order in which Argo CD itself writes it, which Terraform's <c>jsonencode</c> would sort: Terraform then sees no
    /// difference after Argo CD changed the Secret. Names, ARNs and Base64 need no escaping in JSON.
    /// </summary>
    internal override string Config(string eksClusterName) =>
        $$$"""{"tlsClientConfig":{"insecure":false,"caData":"{{{ClusterCertificateAuthorityData}}}"}"""
        + $$$""","awsAuthConfig":{"clusterName":"{{{eksClusterName}}}","roleARN":"{{{AccessRoleArn}}}"}}""";

    internal override void Check(Construct construct) => Property.Require(construct, nameof(ClusterEndpoint), ArgoCdLimits.Server(ClusterEndpoint));
}
