using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsEksCluster;
using Mooring.Errors;

namespace Mooring.Clusters;

/// <summary>Looks an EKS cluster up by its name: where its API server is, and how to reach it.</summary>
public class ClusterLookup : Construct, ICluster
{
    private readonly DataAwsEksCluster _cluster;

    /// <summary>Looks a cluster up.</summary>
    /// <exception cref="ConstructException">The name is outside EKS's limits.</exception>
    public ClusterLookup(Construct scope, string id, ClusterLookupProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.ClusterName), EksLimits.ClusterName(props.ClusterName));

        _cluster = new DataAwsEksCluster(this, "Default", new DataAwsEksClusterConfig { Name = props.ClusterName });
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
    public string ClusterServiceCidr => field ??= _cluster.KubernetesNetworkConfig.Get(0).ServiceIpv4Cidr;

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

    private string DefineToken()
    {
        // CDKTF 0.21 is older than Terraform 1.10's ephemeral resources and has no class for one.
        var (type, id) = ("aws_eks_cluster_auth", _cluster.FriendlyUniqueId);
        TerraformStack.Of(this).AddOverride($"ephemeral.{type}.{id}", new Dictionary<string, object> { ["name"] = ClusterName });
        return $"${{ephemeral.{type}.{id}.token}}";
    }
}
