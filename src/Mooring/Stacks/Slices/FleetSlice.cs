using System.Collections.ObjectModel;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks.Slices;

/// <summary>
/// Cuts out of a fleet what one stack may see of it, as a smaller fleet. A stack receives only its slice, so nothing else can change the stack.
/// </summary>
internal static class FleetSlice
{
    /// <summary>A capability of which a stack sees only that it is there.</summary>
    private static readonly CapabilitySpec s_anyCapability = new() { IdentityCenter = new() { Instance = string.Empty } };

    /// <summary>What the stack of a load balancer may see: itself, and of the clusters their target groups on it.</summary>
    public static FleetSpec OfLoadBalancer(FleetSpec fleet, string name)
    {
        var loadBalancer = fleet.LoadBalancers[name];
        var elsewhere = BindingLocation.ClustersOfOtherAccounts(fleet, name).ToHashSet(StringComparer.Ordinal);
        var hasRoles = loadBalancer.CrossAccountRoles.Count > 0 || elsewhere.Count > 0;
        var isConfined = TargetPorts.AreConfined(fleet, name);
        var hasService = fleet.TargetGroupTags.Contains(TargetGroupTag.Service);
        return Common(fleet) with
        {
            Locations = Locations(fleet, [loadBalancer.Location, .. BoundTo(fleet, name).Select(cluster => cluster.Location)]),
            TargetGroupTags = fleet.TargetGroupTags,
            Iam = hasRoles ? fleet.Iam : new(),
            Controller = hasRoles ? new() { Policy = fleet.Controller.Policy, Install = elsewhere.Count == 0 || fleet.Controller.Install } : new(),
            LoadBalancers = Only(
                name,
                loadBalancer with
                {
                    Quotas = new(),
                    SubnetCidrs = [],
                    Egress = isConfined ? LoadBalancerEgress.Targets : LoadBalancerEgress.All,
                }
            ),
            Clusters = fleet
                .Clusters.Select(cluster =>
                    (
                        cluster.Key,
                        Bindings: cluster
                            .Value.Bindings.Where(binding =>
                                binding.LoadBalancer == name
                                && (binding.TargetGroupRef is null || elsewhere.Contains(cluster.Key) || cluster.Value.HasAutoModeController)
                            )
                            .ToArray()
                    )
                )
                .Where(cluster => cluster.Bindings.Length > 0)
                .ToDictionary(
                    cluster => cluster.Key,
                    cluster =>
                        (elsewhere.Contains(cluster.Key) ? ControllerOf(fleet.Clusters[cluster.Key]) : KindOf(fleet.Clusters[cluster.Key])) with
                        {
                            Location = fleet.Clusters[cluster.Key].Location,
                            Bindings = [.. cluster.Bindings.Select(binding => TargetGroupOf(binding, isConfined, hasService))],
                        }
                ),
        };
    }

    /// <summary>What the stack of a cluster may see: itself, the roles of Argo CD, and its load balancers.</summary>
    public static FleetSpec OfCluster(FleetSpec fleet, string name)
    {
        var (cluster, controller) = (fleet.Clusters[name], ClusterController.Of(fleet, name));
        return Common(fleet) with
        {
            Iam = fleet.Iam,
            // The role of Argo CD itself may assume roles in the accounts of all locations.
            Locations = FleetRegistrations.IsRoot(fleet, name) ? fleet.Locations : Touched(fleet, cluster),
            ArgoCd =
                ArgoCdOf(fleet) is { } argoCd && FleetRegistrations.IsRoot(fleet, name)
                    ? argoCd with
                    {
                        Capability = fleet.ArgoCd!.Capability,
                        Guests = fleet.ArgoCd.Guests,
                    }
                    : ArgoCdOf(fleet),
            Controller = new()
            {
                Install = controller.Install,
                Identity = controller.Identity,
                Policy = controller.Policy,
            },
            LoadBalancers = BoundTo(fleet, cluster.Bindings, ByPorts),
            Clusters = Only(
                name,
                cluster with
                {
                    HandoverFrom = null,
                    Connection = null,
                    Controller = new() { Kind = cluster.Controller.Kind, Role = cluster.Controller.Role },
                    Registration = new()
                    {
                        Create = cluster.Registration.Create,
                        Namespaces = cluster.Registration.Namespaces,
                        ClusterResources = cluster.Registration.ClusterResources,
                    },
                    Bindings = [.. cluster.Bindings.Select(ByPorts)],
                }
            ),
        };
    }

    /// <summary>What the stack that registers a cluster may see: the contents of the Secret, and what Argo CD installs there.</summary>
    public static FleetSpec OfRegistration(FleetSpec fleet, string name)
    {
        var cluster = fleet.Clusters[name];
        ClusterSpec seen = new()
        {
            Location = cluster.Location,
            Delivery = cluster.Delivery,
            Controller = cluster.Controller with { Install = null, Role = null, Policy = null },
            Registration = cluster.Registration,
            Bindings = ControllerBindings(cluster),
        };
        return Common(fleet) with
        {
            ClusterAuthentication = fleet.ClusterAuthentication,
            Iam = NamesOfRoles(fleet),
            Locations = Touched(fleet, cluster),
            ArgoCd = ArgoCdOf(fleet) is { } argoCd ? argoCd with { Connection = FleetRegistrations.RootConnection(fleet) } : null,
            Controller = new()
            {
                Install = cluster.Controller.IsInstalledWith(fleet.Controller),
                Identity = fleet.Controller.Identity,
                Version = fleet.Controller.Version,
                ChartVersion = fleet.Controller.ChartVersion,
                ImageRepository = fleet.Controller.ImageRepository,
                Resources = fleet.Controller.Resources,
                Tolerations = fleet.Controller.Tolerations,
                NodeSelector = fleet.Controller.NodeSelector,
                PriorityClass = fleet.Controller.PriorityClass,
                Values = fleet.Controller.Values,
            },
            LoadBalancers = BoundTo(fleet, seen.Bindings),
            Clusters = Only(name, seen),
        };
    }

    /// <summary>
    /// What the stack that binds a cluster may see: the controller and its bindings; nothing of them where it only hands the cluster over.
    /// </summary>
    public static FleetSpec OfBinding(FleetSpec fleet, string name)
    {
        var cluster = fleet.Clusters[name];
        ClusterSpec seen =
            cluster.Delivery == Delivery.Helm
                ? new()
                {
                    Location = cluster.Location,
                    HandoverFrom = cluster.HandoverFrom,
                    Connection = cluster.Connection,
                    Controller = cluster.Controller with { Role = null, Policy = null },
                    Bindings = ControllerBindings(cluster),
                }
                : new()
                {
                    Location = cluster.Location,
                    Delivery = cluster.Delivery,
                    Connection = cluster.Connection,
                };
        return Common(fleet) with
        {
            ClusterAuthentication = fleet.ClusterAuthentication,
            Iam = NamesOfRoles(fleet),
            Locations = Touched(fleet, cluster, withArgoCd: false),
            Controller = fleet.Controller with { Policy = new ControllerSpec().Policy },
            LoadBalancers = BoundTo(fleet, seen.Bindings),
            Clusters = Only(name, seen),
        };
    }

    /// <summary>
    /// What the stack of the workspaces may see: their settings, and of load balancers and clusters what the names and the order of their stacks follow from.
    /// </summary>
    public static FleetSpec OfWorkspaces(FleetSpec fleet)
    {
        var isRoleCreated = fleet.Backend.Cloud?.DynamicCredentials is { RoleArn: null };
        return Common(fleet) with
        {
            Backend = fleet.Backend,
            Iam = isRoleCreated ? fleet.Iam : new(),
            Locations = isRoleCreated ? fleet.Locations : ReadOnlyDictionary<string, LocationSpec>.Empty,
            ArgoCd = fleet.ArgoCd is { } argoCd
                ? new()
                {
                    Cluster = argoCd.Cluster,
                    Existing = argoCd.Existing,
                    CapabilityRole = argoCd.CapabilityRole,
                }
                : null,
            LoadBalancers = fleet.LoadBalancers.ToDictionary(
                loadBalancer => loadBalancer.Key,
                _ => new LoadBalancerSpec { Listeners = new Dictionary<string, ListenerSpec>() }
            ),
            Clusters = fleet.Clusters.ToDictionary(cluster => cluster.Key, cluster => OrderOf(cluster.Value)),
        };
    }

    /// <summary>A cluster with what the order of its stacks follows from.</summary>
    private static ClusterSpec OrderOf(ClusterSpec cluster) =>
        new()
        {
            Delivery = cluster.Delivery,
            HandoverFrom = cluster.HandoverFrom,
            Registration = new() { Create = cluster.Registration.Create },
            Bindings = [.. cluster.Bindings.Select(OrderOf).DistinctBy(binding => (binding.LoadBalancer, binding.RegisterBy))],
        };

    private static BindingSpec OrderOf(BindingSpec binding) =>
        new()
        {
            LoadBalancer = binding.LoadBalancer,
            RegisterBy = binding.RegisterBy,
            Service = new ServiceSpec
            {
                Namespace = string.Empty,
                Name = string.Empty,
                Port = new ServicePort(0),
            },
        };

    /// <summary>What every stack may see: the fleet's name and place, its tags, and where its state is.</summary>
    private static FleetSpec Common(FleetSpec fleet) =>
        new()
        {
            Name = fleet.Name,
            Environment = fleet.Environment,
            Region = fleet.Region,
            Account = fleet.Account,
            Vpc = fleet.Vpc,
            AssumeRole = fleet.AssumeRole,
            Tags = fleet.Tags,
            Backend = StateOf(fleet.Backend),
            Terraform = fleet.Terraform,
            Clusters = new Dictionary<string, ClusterSpec>(),
        };

    /// <summary>Where the state of a stack is, without the settings of the workspaces.</summary>
    private static BackendSpec StateOf(BackendSpec backend) =>
        backend.Cloud is { ManagesWorkspaces: true } cloud
            ? new()
            {
                Cloud = new()
                {
                    Organization = cloud.Organization,
                    Project = cloud.Project,
                    Hostname = cloud.Hostname,
                },
            }
            : backend;

    /// <summary>The locations that a stack of a cluster touches: its own, those of its load balancers, and Argo CD's.</summary>
    private static Dictionary<string, LocationSpec> Touched(FleetSpec fleet, ClusterSpec cluster, bool withArgoCd = true) =>
        Locations(
            fleet,
            [
                cluster.Location,
                withArgoCd ? FleetLocation.OfArgoCd(fleet).Name : null,
                .. cluster.Bindings.Select(binding => fleet.LoadBalancers.GetValueOrDefault(binding.LoadBalancer ?? string.Empty)?.Location),
            ]
        );

    private static IEnumerable<ClusterSpec> BoundTo(FleetSpec fleet, string loadBalancer) =>
        fleet.Clusters.Values.Where(cluster => cluster.Bindings.Any(binding => binding.LoadBalancer == loadBalancer));

    /// <summary>Locations by their names, in the order of the file.</summary>
    private static Dictionary<string, LocationSpec> Locations(FleetSpec fleet, IEnumerable<string?> names) =>
        fleet.Locations.Where(location => names.Contains(location.Key)).ToDictionary();

    /// <summary>Argo CD, with the location of its cluster, which other stacks than that cluster's do not see.</summary>
    private static ArgoCdSpec? ArgoCdOf(FleetSpec fleet) =>
        fleet.ArgoCd is { } argoCd
            ? argoCd with
            {
                GitOps = null,
                Connection = null,
                Guests = new ArgoCdSpec { Cluster = argoCd.Cluster }.Guests,
                Location = FleetLocation.OfArgoCd(fleet).Name,
                Capability = argoCd.Capability is null ? null : s_anyCapability,
            }
            : null;

    /// <summary>What the names of roles are derived from.</summary>
    private static IamSpec NamesOfRoles(FleetSpec fleet) => new() { RegionInNames = fleet.Iam.RegionInNames };

    /// <summary>What a load balancer of another account knows of a cluster's controller: whose its role is, and what it may do.</summary>
    private static ClusterSpec ControllerOf(ClusterSpec cluster) =>
        new()
        {
            Controller = new()
            {
                Install = cluster.Controller.Install,
                Role = cluster.Controller.Role,
                Policy = cluster.Controller.Policy,
            },
        };

    /// <summary>What a load balancer knows of the controller of any cluster: whether its target groups are tagged for it.</summary>
    private static ClusterSpec KindOf(ClusterSpec cluster) => new() { Controller = new() { Kind = cluster.Controller.Kind } };

    private static Dictionary<string, T> Only<T>(string name, T value) => new() { [name] = value };

    private static BindingSpec[] ControllerBindings(ClusterSpec cluster) => [.. cluster.ControllerBindings.Select(ByName)];

    /// <summary>The load balancers of bindings, with the names that identify them.</summary>
    private static Dictionary<string, LoadBalancerSpec> BoundTo(
        FleetSpec fleet,
        IReadOnlyList<BindingSpec> bindings,
        Func<TargetGroupSpec, TargetGroupSpec>? ofTargetGroup = null
    ) =>
        fleet
            .LoadBalancers.Where(loadBalancer => bindings.Any(binding => binding.LoadBalancer == loadBalancer.Key))
            .ToDictionary(bound => bound.Key, bound => ByName(bound.Value, ReferredTo(bindings, bound.Key), ofTargetGroup ?? ByName));

    private static IEnumerable<string> ReferredTo(IReadOnlyList<BindingSpec> bindings, string loadBalancer) =>
        bindings.Where(binding => binding.LoadBalancer == loadBalancer).Select(binding => binding.TargetGroupRef).OfType<string>().Distinct();

    private static LoadBalancerSpec ByName(
        LoadBalancerSpec loadBalancer,
        IEnumerable<string> targetGroups,
        Func<TargetGroupSpec, TargetGroupSpec> ofTargetGroup
    ) =>
        new()
        {
            Existing = loadBalancer.Existing,
            Adopt = loadBalancer.Adopt,
            Location = loadBalancer.Location,
            SubnetCidrs = loadBalancer.SubnetCidrs,
            SecurityGroups = [.. loadBalancer.SecurityGroups.Take(1)],
            TargetGroups = targetGroups.ToDictionary(name => name, name => ofTargetGroup(loadBalancer.TargetGroups[name])),
            Listeners = new Dictionary<string, ListenerSpec>(),
        };

    private static BindingSpec ByName(BindingSpec binding) => binding with { TargetGroup = ByName(binding.TargetGroup) };

    private static BindingSpec ByPorts(BindingSpec binding) => binding with { TargetGroup = ByPorts(binding.TargetGroup) };

    /// <summary>A target group with the port of its health check, which is let in, too.</summary>
    private static TargetGroupSpec ByPorts(TargetGroupSpec targetGroup) =>
        ByName(targetGroup) with
        {
            HealthCheck = new() { Port = targetGroup.HealthCheck.Port },
        };

    /// <summary>A target group with what its name is derived from, and what a TargetGroupBinding contains of it.</summary>
    private static TargetGroupSpec ByName(TargetGroupSpec targetGroup) =>
        new()
        {
            Adopt = targetGroup.Adopt,
            Shared = targetGroup.Shared,
            TargetType = targetGroup.TargetType,
            IpAddressType = targetGroup.IpAddressType,
            Protocol = targetGroup.Protocol,
            ProtocolVersion = targetGroup.ProtocolVersion,
            Port = targetGroup.Port,
            TargetControlPort = targetGroup.TargetControlPort,
        };

    /// <summary>
    /// A binding as its load balancer sees it: a target group, without the Service, but its name where it is a tag, and its port where the load balancer is
    /// confined to it.
    /// </summary>
    private static BindingSpec TargetGroupOf(BindingSpec binding, bool isConfined, bool hasService) =>
        new()
        {
            LoadBalancer = binding.LoadBalancer,
            Name = binding.Name,
            TargetGroupRef = binding.TargetGroupRef,
            TargetGroup = binding.TargetGroup,
            Service = new ServiceSpec
            {
                Namespace = hasService ? binding.Service.Namespace : string.Empty,
                Name = hasService ? binding.Service.Name : string.Empty,
                Port = new ServicePort(0),
                TargetPort = isConfined ? binding.Service.TargetPort : null,
            },
            RegisterBy = isConfined ? binding.RegisterBy : RegisterBy.Controller,
        };
}
