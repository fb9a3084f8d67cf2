using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsEksCluster;
using Mooring.Errors;

namespace Mooring.Clusters;

/// <summary>Looks an EKS cluster up by its name: where its API server is, and how to reach it.</summary>
public class ClusterLookup : Construct, ICluster
{
    private readonly DataAwsEksCluster _cluster;
    private readonly TerraformProvider? _provider;

    /// <summary>Looks a cluster up.</summary>
    /// <exception cref="ConstructException">The name is outside EKS's limits.</exception>
    public ClusterLookup(Construct scope, string id, ClusterLookupProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.ClusterName), EksLimits.ClusterName(props.ClusterName));

        _cluster = new DataAwsEksCluster(
            this,
            "Default",
            new DataAwsEksClusterConfig
            {
                Name = props.ClusterName,
                Provider = props.Provider,
                Lifecycle = Required(props) is { Length: > 0 } required ? new TerraformResourceLifecycle { Postcondition = required } : null,
            }
        );
        _provider = props.Provider;
    }

    /// <inheritdoc/>
    public string ClusterName => field ??= _cluster.Id;

    /// <inheritdoc/>
    public string ClusterArn => field ??= _cluster.Arn;

    /// <inheritdoc/>
    public string ClusterVersion => field ??= _cluster.Version;

    /// <inheritdoc/>
    public string ClusterEndpoint => field ??= _cluster.Endpoint;

    /// <inheritdoc/>
    public string ClusterCertificateAuthorityData => field ??= _cluster.CertificateAuthority.Get(0).Data;

    /// <inheritdoc/>
    public string ClusterSecurityGroupId => field ??= _cluster.VpcConfig.Get(0).ClusterSecurityGroupId;

    /// <inheritdoc/>
    public string ClusterServiceCidr => field ??= ServiceCidr(_cluster.KubernetesNetworkConfig.Get(0));

    /// <inheritdoc/>
    public string OidcIssuerUrl => field ??= _cluster.Identity.Get(0).Oidc.Get(0).Issuer;

    /// <summary>
    /// A token for its API server, which expires after about 15 minutes; see <see cref="ClusterAuthentication.Token"/>. It is an ephemeral value, for
    /// the configuration of a provider only, and is read only in a stack that uses it. It needs Terraform 1.10 or later.
    /// </summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/block/ephemeral"/>
    public string ClusterToken => field ??= DefineToken();

    /// <summary>The certificate of its CA in PEM, as providers require it.</summary>
    internal string ClusterCaCertificate => Fn.Base64decode(ClusterCertificateAuthorityData);

    /// <summary>The name of its API server that is in the server's certificate: the host of the endpoint.</summary>
    internal string ClusterServerName => Fn.Trimprefix(ClusterEndpoint, "https://");

    /// <summary>Only a cluster of the IPv6 family has an IPv6 block: the first that is not empty is the one of its family.</summary>
    private static string ServiceCidr(DataAwsEksClusterKubernetesNetworkConfigOutputReference network) =>
        Token.AsString(Fn.Coalesce([network.ServiceIpv6Cidr, network.ServiceIpv4Cidr]));

    private static Postcondition[] Required(ClusterLookupProps props) =>
        [
            .. props.RequireAccessEntries ? [AccessEntriesOf(props.ClusterName)] : Array.Empty<Postcondition>(),
            .. props.RequireAutoMode ? [AutoModeOf(props.ClusterName)] : Array.Empty<Postcondition>(),
        ];

    private static Postcondition AccessEntriesOf(string clusterName) =>
        new()
        {
            Condition = "${self.access_config[0].authentication_mode != \"CONFIG_MAP\"}",
            ErrorMessage =
                $"Cluster {clusterName} has authentication mode CONFIG_MAP, in which EKS refuses access entries. Change it to API_AND_CONFIG_MAP, "
                + "which keeps the ConfigMap aws-auth, then plan again.",
        };

    private static Postcondition AutoModeOf(string clusterName) =>
        new()
        {
            Condition = "${try(self.compute_config[0].enabled, false)}",
            ErrorMessage =
                $"Cluster {clusterName} has no EKS Auto Mode, whose controller is to register its targets. Enable it, or choose another controller.kind, then "
                + "plan again.",
        };

    private string DefineToken()
    {
        // CDKTF 0.21 is older than Terraform 1.10's ephemeral resources and has no class for one.
        var (type, id) = ("aws_eks_cluster_auth", _cluster.FriendlyUniqueId);
        var token = new Dictionary<string, object> { ["name"] = ClusterName };
        if (_provider is not null)
        {
            token["provider"] = _provider.Fqn;
        }

        TerraformStack.Of(this).AddOverride($"ephemeral.{type}.{id}", token);
        return $"${{ephemeral.{type}.{id}.token}}";
    }
}
