using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsEksCluster;
using HashiCorp.Cdktf.Providers.Aws.DataAwsEksClusterAuth;
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
    /// A token for its API server, which expires after about 15 minutes; see <see cref="ClusterAuthentication.Token"/>. It is read only in a stack
    /// that uses it.
    /// </summary>
    public string ClusterToken => field ??= new DataAwsEksClusterAuth(this, "Auth", new DataAwsEksClusterAuthConfig { Name = ClusterName }).Token;

    /// <summary>The certificate of its CA in PEM, as providers require it.</summary>
    internal string ClusterCaCertificate => Fn.Base64decode(ClusterCertificateAuthorityData);
}
