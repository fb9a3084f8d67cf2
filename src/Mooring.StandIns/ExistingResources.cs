using Mooring.StandIns.Aws;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns;

/// <summary>Finds resources in a simulated account, and adds resources that existed before Terraform.</summary>
/// <param name="account">The account.</param>
/// <param name="region">The region of the resources.</param>
/// <param name="assumedRole">ARN of the role in whose account they are; <see langword="null"/> for the simulated account itself.</param>
public sealed class ExistingResources(PretendedAccount account, string region, string? assumedRole = null)
{
    private const string TheirNamespace = "kube-system";

    private readonly AwsStandIn _aws = new();
    private readonly AwsContext _context = new(
        account,
        Value.Object([new("region", region), new("assume_role", Value.List(Value.Object([new("role_arn", assumedRole)])))])
    );

    /// <summary>Adds a resource, unless AWS would treat an existing one as the same.</summary>
    /// <param name="type">Its type: <c>aws_lb</c>.</param>
    /// <param name="attributes">The known attributes; the rest is generated.</param>
    /// <returns>All its attributes.</returns>
    public ObjectValue Add(string type, params IEnumerable<KeyValuePair<string, Value>> attributes)
    {
        var known = Value.Object(attributes);
        if (Find(type, known) is { } existing)
        {
            return existing;
        }

        return new AddedObjects(_aws, _context).Add(type, known);
    }

    /// <summary>
    /// Adds a controller that somebody else installed in a cluster, with its definitions, and a role that it gets through EKS Pod Identity. One that
    /// runs already stays; where Terraform installed it, its next owner gives it the role.
    /// </summary>
    /// <param name="cluster">All attributes of the cluster.</param>
    /// <param name="version">Version of the controller.</param>
    /// <param name="roleName">Name of its role.</param>
    public void AddController(ObjectValue cluster, Version version, string roleName)
    {
        var state = account.Clusters.Of(cluster["endpoint"].Text!);
        var role = Add("aws_iam_role", [new("name", roleName), new("assume_role_policy", TrustOf(cluster))]);
        if (state.Controller is { } installed)
        {
            if (installed.Namespace != TheirNamespace)
            {
                state.Controller = installed with { RoleArn = role["arn"].Text };
                BindingController.StartPods(account, state);
            }

            return;
        }

        var settings = new ControllerSettings(version) { Namespace = TheirNamespace };
        Add(
            "aws_eks_pod_identity_association",
            [
                new("cluster_name", cluster["name"]),
                new("namespace", settings.Namespace),
                new("service_account", settings.ServiceAccount),
                new("role_arn", role["arn"]),
            ]
        );
        state.Definitions ??= version;
        BindingController.Install(account, state.Endpoint, settings, isReady: true);
    }

    /// <summary>The resource that AWS would treat as the same, such as one with the same unique name.</summary>
    /// <param name="type">Its type: <c>aws_lb</c>.</param>
    /// <param name="attributes">The known attributes.</param>
    /// <returns>All its attributes; <see langword="null"/> where it does not exist.</returns>
    public ObjectValue? Find(string type, Value attributes) =>
        _aws.Resource(type).Unique is { Count: > 0 } unique
            ? _context.Of(type).FirstOrDefault(each => unique.All(attribute => each[attribute] == attributes[attribute]))
            : null;

    /// <summary>What an account has that AWS would treat as the same as an object of another one.</summary>
    /// <param name="account">The account.</param>
    /// <param name="other">The object.</param>
    /// <returns>All its attributes; <see langword="null"/> where it does not exist.</returns>
    public static ObjectValue? Same(PretendedAccount account, RemoteObject other) =>
        new AwsStandIn().Resource(other.Type).Unique is { Count: > 0 } unique
            ? account
                .Of(other.Type)
                .FirstOrDefault(each => each.Scope == other.Scope && unique.All(attribute => each.Value[attribute] == other.Value[attribute]))
                ?.Value
            : null;

    private string TrustOf(ObjectValue cluster)
    {
        var issuer = cluster.At("identity", "oidc", "issuer").Text;
        var provider = account.Of("aws_iam_openid_connect_provider").FirstOrDefault(each => each.Value["url"].Text == issuer)?.Value["arn"].Text;
        return $$"""
            {
              "Statement": [
                { "Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"], "Principal": { "Service": "pods.eks.amazonaws.com" } },
                { "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": { "Federated": "{{provider}}" } }
              ]
            }
            """;
    }
}
