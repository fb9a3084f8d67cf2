using System.Text.Json;

namespace Mooring.Discovery.Answers;

/// <summary>An EKS cluster, as AWS describes it.</summary>
/// <param name="Description">The answer of <c>describe-cluster</c>.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/eks/describe-cluster.html"/>
internal sealed record ClusterAnswer(JsonElement Description)
{
    /// <summary>Names of its managed node groups.</summary>
    public IReadOnlyList<string> NodeGroups { get; init; } = [];

    /// <summary>Names of its add-ons.</summary>
    public IReadOnlyList<string> AddOns { get; init; } = [];

    /// <summary>ARNs of the principals that have access entries; <see langword="null"/> where its mode has none, or they could not be read.</summary>
    public IReadOnlyList<string>? AccessEntries { get; init; }

    /// <summary>Associations of EKS Pod Identity: namespace and service account.</summary>
    public IReadOnlyList<string> PodIdentities { get; init; } = [];

    /// <summary>Whether IAM has its OIDC provider; <see langword="null"/> where that could not be read.</summary>
    public bool? HasOidcProvider { get; init; }

    /// <summary>Ids of the security groups of its nodes, where they do not have the cluster's; none where they do, or there are no nodes.</summary>
    public IReadOnlyList<string> NodeSecurityGroups { get; init; } = [];

    /// <summary>Its name.</summary>
    public string Name => Description.Required("name");

    /// <summary>Id of its VPC; <see langword="null"/> where the answer has none.</summary>
    public string? Vpc => Description.Object("resourcesVpcConfig").Text("vpcId");

    /// <summary>Its ARN; <see langword="null"/> where the answer has none.</summary>
    public string? Arn => Description.Text("arn");

    /// <summary>Its status: <c>ACTIVE</c>, <c>CREATING</c>, <c>FAILED</c>, …</summary>
    public string? Status => Description.Text("status");

    /// <summary>Its Kubernetes version.</summary>
    public string? Version => Description.Text("version");

    /// <summary>Where its permissions come from: <c>API</c>, <c>API_AND_CONFIG_MAP</c> or <c>CONFIG_MAP</c>.</summary>
    public string? AuthenticationMode => Description.Object("accessConfig").Text("authenticationMode");

    /// <summary>URL of its API server.</summary>
    public string? Endpoint => Description.Text("endpoint");

    /// <summary>Its OIDC issuer, without <c>https://</c>.</summary>
    public string? Issuer =>
        Description.Object("identity").Object("oidc").Text("issuer") is { } url ? url.Replace("https://", "", StringComparison.Ordinal) : null;

    /// <summary>Id of the security group that EKS made for it.</summary>
    public string? SecurityGroup => Description.Object("resourcesVpcConfig").Text("clusterSecurityGroupId");
}
