using Constructs;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Iam;
using Mooring.Identity;

namespace Mooring.Stacks;

/// <summary>
/// Defines a cluster: EKS and its node groups, the OIDC provider, the controller's role, what Argo CD needs to reach it, and the ingress rules for
/// the load balancers that are bound to it.
/// </summary>
public class ClusterStack : FleetStack
{
    private readonly FleetSpec _fleet;
    private readonly string _name;
    private readonly ClusterSpec _spec;
    private readonly ICluster _cluster;

    /// <summary>Defines the stack of a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the cluster in the fleet.</param>
    public ClusterStack(Construct scope, FleetSpec fleet, string name)
        : this(scope, fleet, name, id: null) { }

    /// <summary>Defines it with an id that differs from those of other fleets' stacks; <see langword="null"/> where there are none.</summary>
    internal ClusterStack(Construct scope, FleetSpec fleet, string name, string? id)
        : base(scope, StackKind.Cluster.StackOf(OriginalNames.Cluster(fleet, name)), fleet, fleet.Clusters[name].Location, id)
    {
        (_fleet, _name) = (Slice, OriginalNames.Cluster(fleet, name));
        _spec = _fleet.Clusters[_name];
        _cluster = DefineCluster();
        new ClusterNodeGroups(this, _fleet, _name).Define(_cluster, LookUpTargetGroupsOfNodes());
        new ClusterIngress(this, _fleet, _name).Define(_cluster);
        var fargate = new ClusterFargate(this, _fleet, _name).Define(_cluster);
        DefineAccess();
        DefineAddOns(fargate);
        DefineIdentity();
        Output("cluster_name", "Name of the cluster", _cluster.ClusterName);
        Output("cluster_arn", "ARN of the cluster", _cluster.ClusterArn);
        if (_cluster is Cluster { AutoModeNodeRoleName: { } nodeRole })
        {
            Output("auto_mode_node_role_name", "Name of the role of EKS Auto Mode's nodes, for node classes of your own", nodeRole);
        }
    }

    private bool NeedsPodIdentityAgent =>
        (Identity == WorkloadIdentity.PodIdentity && ClusterController.IsInstalled(_fleet, _name))
        || (_spec.Karpenter is not null && ClusterController.KarpenterIdentity(_fleet, _name) == WorkloadIdentity.PodIdentity);

    private WorkloadIdentity Identity => ClusterController.Of(_fleet, _name).Identity;

    private ICluster DefineCluster()
    {
        const string id = "Cluster";
        return _spec.Existing
            ? new ClusterLookup(
                this,
                id,
                new ClusterLookupProps
                {
                    ClusterName = _name,
                    RequireAccessEntries = FleetRegistrations.NeedsAccessEntries(_fleet, _name),
                    RequireAutoMode = _spec.HasAutoModeController,
                }
            )
            : new Cluster(
                this,
                id,
                new ClusterProps
                {
                    ClusterName = _name,
                    RoleName = FleetNames.ClusterRole(_fleet, _name),
                    Region = Location.Region,
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
                    AutoMode = _spec.AutoMode is { } autoMode
                        ? new AutoModeProps
                        {
                            Enabled = autoMode.Enabled,
                            NodePools = autoMode.NodePools,
                            NodeRoleName = FleetNames.AutoModeNodeRole(_fleet, _name),
                        }
                        : null,
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
                .Select(binding => FleetLookups.TargetGroupOf(this, _fleet, _name, binding).Arn),
        ];

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

    /// <summary>Add-ons come after Fargate profiles: a pod that matches a profile only after it was scheduled stays where it is.</summary>
    private void DefineAddOns(IReadOnlyList<FargateProfile> fargate)
    {
        var addOns = _spec.AddOns.ToDictionary();
        if (NeedsPodIdentityAgent && !_spec.HasAutoModeNodesOnly && !addOns.ContainsKey(PodIdentityRole.AgentAddOn))
        {
            if (_spec.Existing)
            {
                ForgetAddOn(PodIdentityRole.AgentAddOn);
            }
            else
            {
                addOns.Add(PodIdentityRole.AgentAddOn, new AddOnSpec());
            }
        }

        foreach (var (addOnName, addOn) in addOns)
        {
            _ = new AddOn(
                this,
                AddOnId(addOnName),
                new AddOnProps
                {
                    Cluster = _cluster,
                    AddOnName = addOnName,
                    AdoptId = addOn.Adopt ? $"{_name}:{addOnName}" : null,
                    Version = addOn.Version,
                    ConfigurationValues = addOn.Configuration,
                    ServiceAccountRoleArn = addOn.ServiceAccountRole,
                    ResolveConflictsOnCreate = addOn.ResolveConflictsOnCreate,
                    ResolveConflictsOnUpdate = addOn.ResolveConflictsOnUpdate,
                    After = [.. fargate.Select(profile => profile.Resource)],
                    Tags = _spec.Tags,
                }
            );
        }
    }

    /// <summary>An add-on that an earlier version created in a cluster that was there before leaves the state, and stays in the cluster.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/block/removed"/>
    private void ForgetAddOn(string addOnName) =>
        AddOverride(
            "removed",
            new[]
            {
                new Dictionary<string, object>
                {
                    ["from"] = $"aws_eks_addon.{AddOnId(addOnName)}",
                    ["lifecycle"] = new Dictionary<string, object> { ["destroy"] = false },
                },
            }
        );

    private static string AddOnId(string addOnName) => $"AddOn-{addOnName}";

    private void DefineIdentity()
    {
        // A provider that exists is looked up only where a role trusts it.
        var provider = new Lazy<IOidcProvider>(DefineOidcProvider);
        if (_spec.EffectiveOidcProvider == OidcProviderSource.Create)
        {
            _ = provider.Value;
        }

        DefineController(provider);
        if (_spec.Karpenter is { } karpenter)
        {
            new ClusterKarpenter(this, _fleet, _name).Define(karpenter, _cluster, provider);
        }

        if (_fleet.ArgoCd is { } argoCd && (FleetRegistrations.IsRoot(_fleet, _name) || FleetRegistrations.IsReachedByArgoCd(_fleet, _name)))
        {
            new ClusterArgoCd(this, _fleet, _name).Define(argoCd, _cluster, provider);
        }
    }

    private void DefineController(Lazy<IOidcProvider> provider)
    {
        if (ClusterController.IsInstalled(_fleet, _name))
        {
            var role = new ControllerRole(
                this,
                "ControllerRole",
                new ControllerRoleProps
                {
                    RoleName = FleetNames.ControllerRole(_fleet, _name),
                    Identity = Identity,
                    OidcProvider = Identity == WorkloadIdentity.Irsa ? provider.Value : null,
                    Cluster = _cluster,
                    Permissions = Permissions(),
                    Settings = RolesOf(_fleet),
                }
            );

            Output("controller_role_arn", "ARN of the AWS Load Balancer Controller's role", role.RoleArn);
        }
        else if (_spec is { HasController: true, Controller.Role: { } roleName })
        {
            _ = new ControllerRolePolicy(
                this,
                "ControllerRolePolicy",
                new ControllerRolePolicyProps
                {
                    RoleName = roleName,
                    PolicyName = FleetNames.ControllerPolicy(_fleet, _name),
                    Permissions = Permissions(),
                }
            );
        }
    }

    private ControllerPermissions Permissions()
    {
        var account = AwsAccount.Of(this);
        return ClusterPermissions.Of(
            _fleet,
            _name,
            account.Partition,
            Location.Account ?? account.AccountId,
            loadBalancer => FleetLookups.TargetRoleOf(this, _fleet, _name, loadBalancer)
        );
    }

    private IOidcProvider DefineOidcProvider()
    {
        const string id = "OidcProvider";
        return _spec.EffectiveOidcProvider == OidcProviderSource.Create
            ? new OidcProvider(this, id, new OidcProviderProps { Cluster = _cluster })
            : new OidcProviderLookup(this, id, new OidcProviderLookupProps { Cluster = _cluster });
    }
}
