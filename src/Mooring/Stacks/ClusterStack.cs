using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbTargetGroup;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Iam;
using Mooring.Identity;
using Mooring.LoadBalancing;

namespace Mooring.Stacks;

/// <summary>
/// Defines a cluster: EKS and its node groups, the OIDC provider, the controller's role, what Argo CD needs to reach it, and the ingress rules for
/// the load balancers that are bound to it.
/// </summary>
public class ClusterStack : FleetStack
{
    private const string PodIdentityAgent = "eks-pod-identity-agent";

    private readonly FleetSpec _fleet;
    private readonly string _name;
    private readonly ClusterSpec _spec;
    private readonly ICluster _cluster;

    /// <summary>Defines the stack of a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the cluster in the fleet.</param>
    public ClusterStack(Construct scope, FleetSpec fleet, string name)
        : base(scope, StackKind.Cluster.StackOf(name), fleet)
    {
        (_fleet, _name, _spec) = (fleet, name, fleet.Clusters[name]);
        _cluster = DefineCluster();
        new ClusterNodeGroups(this, fleet, name).Define(_cluster, LookUpTargetGroupsOfNodes());
        DefineNodeIngress();
        DefineAccess();
        DefineAddOns();
        DefineIdentity();
        Output("cluster_name", "Name of the cluster", _cluster.ClusterName);
        Output("cluster_arn", "ARN of the cluster", _cluster.ClusterArn);
    }

    private ICluster DefineCluster()
    {
        const string id = "Cluster";
        return _spec.Existing
            ? new ClusterLookup(this, id, new ClusterLookupProps { ClusterName = _name })
            : new Cluster(
                this,
                id,
                new ClusterProps
                {
                    ClusterName = _name,
                    RoleName = FleetNames.ClusterRole(_name),
                    Version = _spec.Version,
                    SubnetIds = _spec.Subnets,
                    EndpointAccess = new EndpointAccess
                    {
                        PrivateAccess = _spec.EndpointAccess.Private,
                        PublicAccess = _spec.EndpointAccess.Public,
                        PublicCidrs = _spec.EndpointAccess.PublicCidrs,
                    },
                    EncryptionKeyArn = _spec.EncryptionKey,
                    LogTypes = _spec.LogTypes,
                    AuthenticationMode = _spec.AuthenticationMode,
                    Tags = _spec.Tags,
                    RoleSettings = RolesOf(_fleet),
                }
            );
    }

    /// <summary>ARNs of the target groups that Auto Scaling registers nodes with.</summary>
    private string[] LookUpTargetGroupsOfNodes() =>
        [
            .. _spec
                .Bindings.Where(binding => binding.RegisterBy == RegisterBy.AutoScaling)
                .Select(binding =>
                    new DataAwsLbTargetGroup(
                        this,
                        $"TargetGroup-{binding.EffectiveName}",
                        new DataAwsLbTargetGroupConfig { Name = FleetNames.TargetGroup(_fleet, _name, binding) }
                    ).Arn
                ),
        ];

    private void DefineNodeIngress()
    {
        // With <c>networking</c> the controller adds the ingress rules itself.
        foreach (var bindings in _spec.Bindings.Where(binding => binding.Networking is null).GroupBy(binding => binding.LoadBalancer))
        {
            if (bindings.Key is { } loadBalancer)
            {
                DefineNodeIngress(loadBalancer, bindings.Select(PodPort).Distinct());
            }
        }
    }

    private void DefineNodeIngress(string loadBalancer, IEnumerable<int?> podPorts)
    {
        var scope = new Construct(this, $"LoadBalancer-{loadBalancer}");
        var nodePorts = new NodeIngressProps { Cluster = _cluster, LoadBalancerSecurityGroupId = FleetLookups.SecurityGroupOf(scope, _fleet, loadBalancer) };

        foreach (var podPort in podPorts)
        {
            _ = podPort is { } port
                ? new NodeIngress(scope, $"PodIngress-{port}", nodePorts with { FromPort = port, ToPort = port })
                : new NodeIngress(scope, "NodeIngress", nodePorts);
        }
    }

    /// <summary>The port on which a load balancer reaches a binding's pods; <see langword="null"/> where it reaches nodes, on node ports.</summary>
    private int? PodPort(BindingSpec binding) => BindingTargetGroup.Of(_fleet, binding).TargetType == TargetType.Ip ? binding.Service.TargetPort : null;

    private void DefineAccess()
    {
        foreach (var (entryName, entry) in _spec.AccessEntries)
        {
            _ = new AccessEntry(
                this,
                $"AccessEntry-{entryName}",
                new AccessEntryProps
                {
                    Cluster = _cluster,
                    PrincipalArn = entry.Principal,
                    Type = entry.Type,
                    KubernetesGroups = entry.KubernetesGroups,
                    Policies = [.. entry.Policies.Select(policy => new AccessPolicy { PolicyName = policy.Policy, Namespaces = policy.Namespaces })],
                    Tags = _spec.Tags,
                }
            );
        }
    }

    private void DefineAddOns()
    {
        var addOns = _spec.AddOns.ToDictionary();
        if (_fleet.Controller.Identity == WorkloadIdentity.PodIdentity && _spec.HasController)
        {
            addOns.TryAdd(PodIdentityAgent, new AddOnSpec());
        }

        foreach (var (addOnName, addOn) in addOns)
        {
            _ = new AddOn(
                this,
                $"AddOn-{addOnName}",
                new AddOnProps
                {
                    Cluster = _cluster,
                    AddOnName = addOnName,
                    Version = addOn.Version,
                    ConfigurationValues = addOn.Configuration,
                    ServiceAccountRoleArn = addOn.ServiceAccountRole,
                    ResolveConflictsOnCreate = addOn.ResolveConflictsOnCreate,
                    ResolveConflictsOnUpdate = addOn.ResolveConflictsOnUpdate,
                    Tags = _spec.Tags,
                }
            );
        }
    }

    private void DefineIdentity()
    {
        var provider = DefineOidcProvider();
        if (_spec.HasController)
        {
            var account = AwsAccount.Of(this);
            var role = new ControllerRole(
                this,
                "ControllerRole",
                new ControllerRoleProps
                {
                    RoleName = FleetNames.ControllerRole(_name),
                    Identity = _fleet.Controller.Identity,
                    OidcProvider = provider,
                    Cluster = _cluster,
                    Permissions = ClusterPermissions.Of(_fleet, _name, account.Partition, _fleet.Account ?? account.AccountId),
                    Settings = RolesOf(_fleet),
                }
            );

            Output("controller_role_arn", "ARN of the AWS Load Balancer Controller's role", role.RoleArn);
        }

        if (_fleet.ArgoCd is { } argoCd)
        {
            DefineArgoCd(argoCd, provider);
        }
    }

    private IOidcProvider DefineOidcProvider()
    {
        const string id = "OidcProvider";
        return _spec.EffectiveOidcProvider == OidcProviderSource.Create
            ? new OidcProvider(this, id, new OidcProviderProps { Cluster = _cluster })
            : new OidcProviderLookup(this, id, new OidcProviderLookupProps { Cluster = _cluster });
    }

    private void DefineArgoCd(ArgoCdSpec argoCd, IOidcProvider provider)
    {
        var isRoot = argoCd.Cluster == _name;
        if (argoCd.CapabilityRole is { } capabilityRole)
        {
            // EKS gives the capability access to the cluster that it belongs to.
            _ = new CapabilityAccess(
                this,
                "ArgoCdAccess",
                new CapabilityAccessProps
                {
                    Cluster = _cluster,
                    CapabilityRoleArn = capabilityRole,
                    CreateAccessEntry = !isRoot,
                }
            );
        }
        else if (isRoot)
        {
            DefineArgoCdRole(argoCd, provider);
        }
        else
        {
            DefineArgoCdAccess(argoCd);
        }
    }

    private void DefineArgoCdRole(ArgoCdSpec argoCd, IOidcProvider provider)
    {
        var role = new ArgoCdRole(
            this,
            "ArgoCdRole",
            new ArgoCdRoleProps
            {
                RoleName = FleetNames.ArgoCdRole(_name),
                OidcProvider = provider,
                Namespace = argoCd.Namespace,
                AccessRoleNamePattern = $"*-{FleetNames.ArgoCdAccessRoleSuffix}",
                Settings = RolesOf(_fleet),
            }
        );

        Output("argocd_role_arn", "ARN of Argo CD's own role", role.RoleArn);
    }

    private void DefineArgoCdAccess(ArgoCdSpec argoCd)
    {
        var argoCdRole = new DataAwsIamRole(this, "ArgoCdRole", new DataAwsIamRoleConfig { Name = FleetNames.ArgoCdRole(argoCd.Cluster) });
        var accessRole = new ClusterAccessRole(
            this,
            "ArgoCdAccess",
            new ClusterAccessRoleProps
            {
                RoleName = FleetNames.ArgoCdAccessRole(_name),
                Cluster = _cluster,
                ArgoCdRoleArn = argoCdRole.Arn,
                Settings = RolesOf(_fleet),
            }
        );

        Output("argocd_access_role_arn", "ARN of the role that Argo CD assumes", accessRole.RoleArn);
    }
}
