using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbTargetGroup;
using HashiCorp.Cdktf.Providers.Aws.DataAwsSecurityGroup;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Identity;

namespace BlueGreen;

/// <summary>A cluster, the way in from the load balancer, and the two roles it takes: the controller's, and the one that Argo CD assumes.</summary>
internal sealed class WorkloadCluster : TerraformStack
{
    public WorkloadCluster(Construct scope, string id, Workload workload)
        : base(scope, id)
    {
        Network.DefineProvider(this);
        var cluster = new Cluster(
            this,
            "Cluster",
            new ClusterProps
            {
                ClusterName = workload.Name,
                RoleName = $"{workload.Name}-eks-cluster",
                Version = "1.36",
                SubnetIds = Network.PrivateSubnets,
            }
        );

        _ = new ManagedNodeGroup(
            this,
            "Nodes",
            new ManagedNodeGroupProps
            {
                Cluster = cluster,
                NodeGroupName = "default",
                RoleName = $"{workload.Name}-eks-node",
                SubnetIds = Network.PrivateSubnets,
                InstanceTypes = ["m7i.large"],
                MinSize = 2,
                MaxSize = 6,
            }
        );

        _ = new NodeIngress(
            this,
            "NodeIngress",
            new NodeIngressProps
            {
                Cluster = cluster,
                LoadBalancerSecurityGroupId = new DataAwsSecurityGroup(
                    this,
                    "LoadBalancer",
                    new DataAwsSecurityGroupConfig { Name = Workload.LoadBalancer, VpcId = Network.VpcId }
                ).Id,
            }
        );

        _ = new ControllerRole(
            this,
            "ControllerRole",
            new ControllerRoleProps
            {
                RoleName = workload.ControllerRole,
                OidcProvider = new OidcProvider(this, "OidcProvider", new OidcProviderProps { Cluster = cluster }),
                // It may register nodes in this cluster's target group, and in no other.
                Permissions = new ControllerPermissions
                {
                    TargetGroupArns = [new DataAwsLbTargetGroup(this, "TargetGroup", new DataAwsLbTargetGroupConfig { Name = workload.TargetGroup }).Arn],
                },
            }
        );

        _ = new ClusterAccessRole(
            this,
            "ArgoCdAccess",
            new ClusterAccessRoleProps
            {
                RoleName = workload.ArgoCdAccessRole,
                Cluster = cluster,
                ArgoCdRoleArn = new DataAwsIamRole(this, "ArgoCdRole", new DataAwsIamRoleConfig { Name = "root-argocd" }).Arn,
            }
        );
    }
}
