using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Aws.DataAwsSecurityGroup;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Identity;
using Mooring.LoadBalancing;

namespace Mooring.Stacks;

/// <summary>
/// Defines a cluster: EKS and its node groups, the OIDC provider, the controller's role, what Argo CD needs to reach it,
/// and the way in from the load balancers that are bound to it.
/// </summary>
public class ClusterStack : FleetStack
{
    private readonly FleetSpec _fleet;
    private readonly string _name;
    private readonly ClusterSpec _spec;

    /// <summary>Defines the stack of a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the cluster in the fleet.</param>
    public ClusterStack(Construct scope, FleetSpec fleet, string name)
        : base(scope, StackNames.Cluster(name), fleet)
    {
        (_fleet, _name, _spec) = (fleet, name, fleet.Clusters[name]);
        var cluster = new Cluster(this, "Cluster", new ClusterProps
        {
            ClusterName = name,
            RoleName = FleetNames.ClusterRole(name),
            Version = _spec.Version,
            SubnetIds = _spec.Subnets,
        });

        DefineNodeGroups(cluster);
        DefineNodeIngress(cluster);
        DefineIdentity(cluster);
        Output("cluster_name", "Name of the cluster", cluster.ClusterName);
        Output("cluster_arn", "ARN of the cluster", cluster.ClusterArn);
    }

    private void DefineNodeGroups(Cluster cluster)
    {
        foreach (var (groupName, group) in _spec.NodeGroups)
        {
            _ = new ManagedNodeGroup(this, $"NodeGroup-{groupName}", new ManagedNodeGroupProps
            {
                ClusterName = cluster.ClusterName,
                NodeGroupName = FleetNames.NodeGroup(_spec, groupName),
                RoleName = FleetNames.NodeRole(_name, groupName),
                SubnetIds = _spec.Subnets,
                InstanceTypes = group.InstanceTypes,
                MinSize = group.MinSize,
                MaxSize = group.MaxSize,
            });
        }
    }

    private void DefineNodeIngress(Cluster cluster)
    {
        foreach (var bindings in _spec.Bindings.GroupBy(binding => binding.LoadBalancer))
        {
            var scope = new Construct(this, $"LoadBalancer-{bindings.Key}");
            var securityGroup = new DataAwsSecurityGroup(scope, "SecurityGroup", new DataAwsSecurityGroupConfig
            {
                Name = FleetNames.LoadBalancer(_fleet, bindings.Key),
                VpcId = _fleet.Vpc,
            });

            var nodePorts = new NodeIngressProps { ClusterSecurityGroupId = cluster.ClusterSecurityGroupId, LoadBalancerSecurityGroupId = securityGroup.Id };
            foreach (var podPort in bindings.Select(PodPort).Distinct())
            {
                _ = podPort is { } port
                    ? new NodeIngress(scope, $"PodIngress-{port}", nodePorts with { FromPort = port, ToPort = port })
                    : new NodeIngress(scope, "NodeIngress", nodePorts);
            }
        }
    }

    /// <summary>The port on which a load balancer reaches a binding's pods; none where it reaches nodes, on node ports.</summary>
    private static int? PodPort(BindingSpec binding) => binding.TargetGroup.TargetType == TargetType.Ip ? binding.Service.TargetPort : null;

    private void DefineIdentity(Cluster cluster)
    {
        var provider = new OidcProvider(this, "OidcProvider", new OidcProviderProps { OidcIssuerUrl = cluster.OidcIssuerUrl });
        if (_spec.Bindings.Count > 0)
        {
            var role = new ControllerRole(this, "ControllerRole", new ControllerRoleProps
            {
                RoleName = FleetNames.ControllerRole(_name),
                OidcProvider = provider,
                Permissions = new ControllerPermissions { Profile = ControllerPolicyProfile.Documented },
            });

            Output("controller_role_arn", "ARN of the AWS Load Balancer Controller's role", role.RoleArn);
        }

        if (_fleet.ArgoCd is { } argoCd)
        {
            DefineArgoCd(argoCd, cluster, provider);
        }
    }

    private void DefineArgoCd(ArgoCdSpec argoCd, Cluster cluster, OidcProvider provider)
    {
        if (argoCd.Cluster == _name)
        {
            var role = new ArgoCdRole(this, "ArgoCdRole", new ArgoCdRoleProps
            {
                RoleName = FleetNames.ArgoCdRole(_name),
                OidcProvider = provider,
                Namespace = argoCd.Namespace,
                AccessRoleNamePattern = $"*-{FleetNames.ArgoCdAccessRoleSuffix}",
            });

            Output("argocd_role_arn", "ARN of Argo CD's own role", role.RoleArn);
            return;
        }

        var argoCdRole = new DataAwsIamRole(this, "ArgoCdRole", new DataAwsIamRoleConfig { Name = FleetNames.ArgoCdRole(argoCd.Cluster) });
        var accessRole = new ClusterAccessRole(this, "ArgoCdAccess", new ClusterAccessRoleProps
        {
            RoleName = FleetNames.ArgoCdAccessRole(_name),
            ClusterName = cluster.ClusterName,
            ArgoCdRoleArn = argoCdRole.Arn,
        });

        Output("argocd_access_role_arn", "ARN of the role that Argo CD assumes", accessRole.RoleArn);
    }
}
