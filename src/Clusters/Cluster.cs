using Constructs;
using HashiCorp.Cdktf.Providers.Aws.EksCluster;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>
/// Defines an EKS cluster and its control plane's role. Access is granted through access entries; the identity that
/// creates the cluster is its administrator.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/clusters.html"/>
public class Cluster : Construct
{
    /// <summary>Defines a cluster.</summary>
    /// <exception cref="ArgumentException">A name is outside AWS's limits.</exception>
    public Cluster(Construct scope, string id, ClusterProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.ClusterName), EksLimits.ClusterName(props.ClusterName));
        Limit.Require(nameof(props.SubnetIds), EksLimits.ClusterSubnets(props.SubnetIds));

        var role = new ServiceRole(this, "Role", new ServiceRoleProps
        {
            RoleName = props.RoleName,
            ServicePrincipal = "eks.amazonaws.com",
            ManagedPolicies = ["AmazonEKSClusterPolicy"],
        });

        var cluster = new EksCluster(this, "Default", new EksClusterConfig
        {
            Name = props.ClusterName,
            RoleArn = role.RoleArn,
            Version = props.Version,
            VpcConfig = new EksClusterVpcConfig
            {
                SubnetIds = [.. props.SubnetIds],
                EndpointPrivateAccess = true,
                EndpointPublicAccess = true,
            },
            AccessConfig = new EksClusterAccessConfig
            {
                AuthenticationMode = "API",
                BootstrapClusterCreatorAdminPermissions = true,
            },
            DependsOn = [.. role.Attachments],
        });

        ClusterName = cluster.Name;
        ClusterArn = cluster.Arn;
        ClusterSecurityGroupId = cluster.VpcConfig.ClusterSecurityGroupId;
        OidcIssuerUrl = cluster.Identity.Get(0).Oidc.Get(0).Issuer;
    }

    /// <summary>Name of the cluster, known once it exists.</summary>
    public string ClusterName { get; }

    /// <summary>ARN of the cluster.</summary>
    public string ClusterArn { get; }

    /// <summary>Id of the security group that EKS made for the control plane and the nodes.</summary>
    public string ClusterSecurityGroupId { get; }

    /// <summary>URL of the cluster's OIDC issuer, with <c>https://</c>.</summary>
    public string OidcIssuerUrl { get; }
}
