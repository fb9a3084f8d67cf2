using Constructs;
using HashiCorp.Cdktf.Providers.Aws.EksCluster;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>
/// Defines an EKS cluster and its control plane's role. Access is granted through access entries; the identity that
/// creates the cluster is its administrator.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/clusters.html"/>
public class Cluster : Construct, ICluster
{
    // Kubernetes knows of many resources; EKS encrypts these.
    private static readonly string[] s_encrypted = ["secrets"];

    private static readonly string[] s_everywhere = ["0.0.0.0/0"];

    private readonly EksCluster _cluster;

    /// <summary>Defines a cluster.</summary>
    /// <exception cref="ConstructException">A name or another property is outside AWS's limits.</exception>
    public Cluster(Construct scope, string id, ClusterProps props)
        : base(scope, id)
    {
        Require(props);
        var autoMode = new ClusterAutoMode(this, props.AutoMode, props.RoleSettings);
        var role = new ServiceRole(
            this,
            "Role",
            new ServiceRoleProps
            {
                RoleName = props.RoleName,
                ServicePrincipal = "eks.amazonaws.com",
                // See https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html
                SourceArn = AwsAccount.Of(this).ClusterArn(props.Region ?? "*", props.ClusterName),
                ManagedPolicies = ["AmazonEKSClusterPolicy", .. props.AutoMode is null ? [] : ClusterAutoMode.ManagedPolicies],
                TagsSessions = props.AutoMode is not null,
                Settings = props.RoleSettings,
            }
        );

        _cluster = new EksCluster(
            this,
            "Default",
            new EksClusterConfig
            {
                Name = props.ClusterName,
                RoleArn = role.RoleArn,
                Version = props.Version,
                VpcConfig = VpcConfigOf(props),
                AccessConfig = new EksClusterAccessConfig
                {
                    AuthenticationMode = props.AuthenticationMode.Word(),
                    BootstrapClusterCreatorAdminPermissions = true,
                },
                EncryptionConfig = props.EncryptionKeyArn is { } keyArn
                    ? new EksClusterEncryptionConfig
                    {
                        Resources = s_encrypted,
                        Provider = new EksClusterEncryptionConfigProvider { KeyArn = keyArn },
                    }
                    : null,
                EnabledClusterLogTypes = props.LogTypes.Count == 0 ? null : [.. props.LogTypes.Select(type => type.Word())],
                BootstrapSelfManagedAddons = autoMode.BootstrapSelfManagedAddons,
                ComputeConfig = autoMode.Compute,
                KubernetesNetworkConfig = autoMode.Network,
                StorageConfig = autoMode.Storage,
                Lifecycle = autoMode.Lifecycle,
                Tags = ResourceTags.Of(this, props.Tags),
                DependsOn = [.. role.Attachments, .. autoMode.Dependencies],
            }
        );

        ClusterName = _cluster.Name;
        AutoModeNodeRoleName = autoMode.NodeRoleName;
    }

    /// <inheritdoc/>
    public string ClusterName { get; }

    /// <inheritdoc/>
    public string ClusterArn => field ??= _cluster.Arn;

    /// <inheritdoc/>
    public string ClusterVersion => field ??= _cluster.Version;

    /// <inheritdoc/>
    public string ClusterEndpoint => field ??= _cluster.Endpoint;

    /// <inheritdoc/>
    public string ClusterCertificateAuthorityData => field ??= _cluster.CertificateAuthority.Get(0).Data;

    /// <inheritdoc/>
    public string ClusterSecurityGroupId => field ??= _cluster.VpcConfig.ClusterSecurityGroupId;

    /// <inheritdoc/>
    public string ClusterServiceCidr => field ??= _cluster.KubernetesNetworkConfig.ServiceIpv4Cidr;

    /// <inheritdoc/>
    public string OidcIssuerUrl => field ??= _cluster.Identity.Get(0).Oidc.Get(0).Issuer;

    /// <summary>Name of the role of EKS Auto Mode's nodes, for node classes of your own; <see langword="null"/> without Auto Mode.</summary>
    public string? AutoModeNodeRoleName { get; }

    private void Require(ClusterProps props)
    {
        ClusterAutoMode.Require(this, props);
        var access = props.EndpointAccess;
        Property.Require(this, nameof(props.ClusterName), EksLimits.ClusterName(props.ClusterName));
        Property.Require(this, nameof(props.Version), props.Version is { } version ? EksLimits.Version(version) : null);
        Property.Require(this, nameof(props.SubnetIds), EksLimits.ClusterSubnets(props.SubnetIds));
        Property.Require(this, nameof(props.EndpointAccess), EksLimits.EndpointAccess(access.PrivateAccess, access.PublicAccess));
        Property.Require(this, nameof(access.PublicCidrs), EksLimits.PublicCidrs(access.PublicAccess, access.PublicCidrs));
        Property.Require(this, nameof(props.EncryptionKeyArn), props.EncryptionKeyArn is { } keyArn ? AwsLimits.KmsKeyArn(keyArn) : null);
    }

    private static EksClusterVpcConfig VpcConfigOf(ClusterProps props) =>
        new()
        {
            SubnetIds = [.. props.SubnetIds],
            EndpointPrivateAccess = props.EndpointAccess.PrivateAccess,
            EndpointPublicAccess = props.EndpointAccess.PublicAccess,
            // Without it a cluster keeps the last ones; a private one has none.
            PublicAccessCidrs =
                props.EndpointAccess.PublicCidrs.Count > 0 ? [.. props.EndpointAccess.PublicCidrs]
                : props.EndpointAccess.PublicAccess ? s_everywhere
                : null,
        };
}
