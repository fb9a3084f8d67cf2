using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksCluster;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>
/// What a <see cref="Cluster"/> has for EKS Auto Mode. EKS requires its three capabilities to be on or off together. The roles stay when it is switched
/// off: Terraform would take them away before EKS has terminated the nodes.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="props">Its properties; <see langword="null"/> for a cluster that never had Auto Mode.</param>
/// <param name="settings">Settings of its roles.</param>
/// <seealso href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster#eks-cluster-with-eks-auto-mode"/>
internal sealed class ClusterAutoMode(Construct cluster, AutoModeProps? props, RoleSettings settings)
{
    /// <summary>The policies of the control plane's role, beside those of every cluster.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html"/>
    public static IReadOnlyList<string> ManagedPolicies { get; } =
    ["AmazonEKSComputePolicy", "AmazonEKSBlockStoragePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy"];

    // It counts when a cluster is created, and Terraform would replace a living one for it.
    private static readonly string[] s_ofCreation = ["bootstrap_self_managed_addons"];

    private readonly ServiceRole? _nodeRole = props is null ? null : NodeRole.DefineAutoMode(cluster, props.NodeRoleName, settings);

    /// <summary>Name of the role of the nodes; <see langword="null"/> without Auto Mode.</summary>
    public string? NodeRoleName => _nodeRole?.RoleName;

    /// <summary>What the cluster depends on.</summary>
    public IEnumerable<ITerraformDependable> Dependencies => _nodeRole?.Attachments ?? [];

    /// <summary>Whether Kubernetes' own add-ons are installed without EKS: Auto Mode has its own.</summary>
    public object? BootstrapSelfManagedAddons => props is { Enabled: true } ? false : null;

    /// <summary>What Terraform leaves as it is.</summary>
    public TerraformResourceLifecycle? Lifecycle => props is null ? null : new TerraformResourceLifecycle { IgnoreChanges = s_ofCreation };

    /// <summary>The nodes. EKS takes no node pools of a cluster without Auto Mode, and no role without node pools.</summary>
    public EksClusterComputeConfig? Compute =>
        props is null ? null
        : props is { Enabled: true, NodePools.Count: > 0 }
            ? new EksClusterComputeConfig
            {
                Enabled = true,
                NodePools = [.. props.NodePools.Select(pool => pool.Word())],
                NodeRoleArn = _nodeRole!.RoleArn,
            }
        : new EksClusterComputeConfig { Enabled = props.Enabled };

    /// <summary>The load balancer controller.</summary>
    public EksClusterKubernetesNetworkConfig? Network =>
        props is null
            ? null
            : new EksClusterKubernetesNetworkConfig
            {
                ElasticLoadBalancing = new EksClusterKubernetesNetworkConfigElasticLoadBalancing { Enabled = props.Enabled },
            };

    /// <summary>The block storage.</summary>
    public EksClusterStorageConfig? Storage =>
        props is null ? null : new EksClusterStorageConfig { BlockStorage = new EksClusterStorageConfigBlockStorage { Enabled = props.Enabled } };

    /// <summary>Requires what EKS Auto Mode requires.</summary>
    /// <exception cref="ConstructException">A property is outside its limits.</exception>
    public static void Require(Construct scope, ClusterProps props)
    {
        if (props.AutoMode is not { } autoMode)
        {
            return;
        }

        Property.Require(scope, nameof(autoMode.NodePools), Limit.NoneTwice(autoMode.NodePools));
        if (autoMode.Enabled)
        {
            Property.Require(scope, nameof(props.Version), props.Version is { } version ? AutoModeLimits.Version(version) : null);
            Property.Require(scope, nameof(props.AuthenticationMode), AutoModeLimits.AuthenticationMode(props.AuthenticationMode));
        }
    }
}
