using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a fleet against the deployed one: changes that a living cluster refuses, or that would deregister targets.</summary>
internal sealed class FleetChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private const string Page = "see docs/troubleshooting.md";

    // With its original names, by which the parts of both fleets are found.
    private readonly FleetSpec _deployed = OriginalNames.Of(deployed);

    /// <summary>Adds the errors of the change. Both fleets are without errors of their own.</summary>
    public void Check()
    {
        new PlaceChangeChecks(fleet, _deployed, root).Check();
        var now = OriginalNames.Of(fleet);
        var (contents, contentsBefore) = (new PartContents(now, _deployed), new PartContents(_deployed, now));
        new FleetNameChecks(fleet, deployed, contents, contentsBefore, root).Check();
        new AdoptionChangeChecks(fleet, _deployed, root).Check();
        foreach (var name in fleet.Clusters.Keys)
        {
            var original = OriginalNames.Cluster(fleet, name);
            if (_deployed.Clusters.TryGetValue(original, out var before))
            {
                var scope = root.At(fleet.Clusters).Entry(name);
                VersionChecks.CheckChange(fleet.Clusters[name], before, scope);
                new ClusterChangeChecks(fleet.Clusters[name], before, scope).Check();
                CheckDelivery(name, before, scope);
                new ControllerChangeChecks(fleet, _deployed, name, root).Check();
                CheckBindings(name, original, scope);
                new NodeGroupChangeChecks(fleet, _deployed, name, root).Warn();
            }
            else
            {
                CheckNewCluster(name);
            }
        }

        new RuleChangeChecks(fleet, deployed, contents, contentsBefore, root).Check();
        var bound = BoundClusters();
        foreach (var name in fleet.LoadBalancers.Keys.Where(name => _deployed.LoadBalancers.ContainsKey(OriginalNames.LoadBalancer(fleet, name))))
        {
            new LoadBalancerChangeChecks(fleet, _deployed, name, bound.GetValueOrDefault(OriginalNames.LoadBalancer(fleet, name)), root).Check();
        }

        new TargetRoleChangeChecks(fleet, _deployed, root).Check();
        new KeptSettingChecks(fleet, _deployed, root).Check();
        new TargetPortChangeChecks(fleet, _deployed, root).Check();
        new AdoptedInPlaceChecks(fleet, _deployed, root).Check();
        new AdoptedElsewhereChecks(fleet, _deployed, root).Check();
        new ForwardedAdoptionChecks(fleet, _deployed, root).Check();
        new CapabilityChangeChecks(fleet, _deployed, root).Check();
        new WorkspaceChangeChecks(fleet, _deployed, root).Check();
        ProviderSourceChecks.Check(fleet.Terraform.Providers, deployed.Terraform.Providers, root.At(fleet.Terraform).At(fleet.Terraform.Providers));
        CheckRoles();
    }

    /// <summary>Of each deployed load balancer the first cluster whose rules refer to its security group.</summary>
    private Dictionary<string, string> BoundClusters() =>
        _deployed
            .Clusters.SelectMany(cluster => cluster.Value.Bindings.Select(binding => (Cluster: cluster.Key, Binding: binding)))
            .Where(entry => entry.Binding is { LoadBalancer: not null, Networking: null })
            .DistinctBy(entry => entry.Binding.LoadBalancer!, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Binding.LoadBalancer!, entry => entry.Cluster, StringComparer.Ordinal);

    /// <summary>The ARN of a role has its path, and EKS keeps the role that a cluster was created with.</summary>
    private void CheckRoles()
    {
        var (path, before) = (fleet.Iam.Path ?? "/", deployed.Iam.Path ?? "/");
        if (path != before && fleet.Clusters.Any(pair => !pair.Value.Existing && _deployed.Clusters.ContainsKey(OriginalNames.Cluster(fleet, pair.Key))))
        {
            root.At(fleet.Iam.Path).Add($"must be '{before}', as deployed: Terraform would replace every cluster with its role, got '{path}'");
        }
    }

    /// <summary>A cluster that is new has no controller of somebody else yet, nor its custom resource definitions.</summary>
    private void CheckNewCluster(string name)
    {
        var cluster = fleet.Clusters[name];
        if (
            cluster is { Existing: false, Delivery: Delivery.Helm, HasController: true, HasAutoModeController: false }
            && !ClusterController.Of(fleet, name).Install
        )
        {
            root.At(fleet.Clusters)
                .Entry(name)
                .At(cluster.Bindings)
                .Add("must be left out until the cluster is created and somebody has installed the controller in it, as 'install: false' says");
        }
    }

    private void CheckDelivery(string name, ClusterSpec before, FaultScope scope)
    {
        var cluster = fleet.Clusters[name];
        if (cluster.Delivery != before.Delivery && cluster.HandoverFrom is null && cluster.HasController && before.HasController)
        {
            scope
                .At(cluster.Delivery)
                .Add(
                    $"must be '{before.Delivery.Word()}', as deployed, or have 'handoverFrom: {before.Delivery.Word()}' beside it, which keeps all "
                        + $"targets registered, got '{cluster.Delivery.Word()}'"
                );
        }
    }

    /// <summary>The controller refuses a second TargetGroupBinding of a target group, and with it everything that is installed together.</summary>
    private void CheckBindings(string name, string original, FaultScope scope)
    {
        var cluster = fleet.Clusters[name];
        var before = _deployed
            .Clusters[original]
            .ControllerBindings.Select(binding => IdentityOf(_deployed, original, binding))
            .DistinctBy(identity => identity.TargetGroup)
            .ToDictionary(identity => identity.TargetGroup, StringComparer.Ordinal);
        foreach (var (index, binding) in cluster.Bindings.Index().Where(entry => entry.Item.RegisterBy == RegisterBy.Controller))
        {
            var now = IdentityOf(fleet, name, binding);
            if (before.TryGetValue(now.TargetGroup, out var old) && old != now && !(old.IsShared && now.IsShared))
            {
                Add(binding, old, now, scope.At(cluster.Bindings).Entry(index));
            }
        }
    }

    private static void Add(BindingSpec binding, BindingIdentity old, BindingIdentity now, FaultScope at)
    {
        if (old.Namespace != now.Namespace)
        {
            at.At(binding.Service.Namespace)
                .Add(
                    $"must be '{old.Namespace}', as deployed: the controller refuses a second TargetGroupBinding of target group "
                        + $"'{now.TargetGroup}', got '{now.Namespace}'; {Page}#a-binding-that-moves"
                );
        }
        else if (old.Name != now.Name)
        {
            at.Add(
                $"must keep its TargetGroupBinding '{old.Name}', as deployed: the controller refuses a second one of target group '{now.TargetGroup}', "
                    + $"got '{now.Name}'; {Page}#a-binding-that-moves"
            );
        }
    }

    private static BindingIdentity IdentityOf(FleetSpec fleet, string cluster, BindingSpec binding) =>
        new(
            FleetNames.TargetGroup(fleet, cluster, binding),
            binding.Service.Namespace,
            FleetNames.TargetGroupBinding(fleet, cluster, binding),
            BindingTargetGroup.Of(fleet, binding).Shared
        );

    /// <summary>What identifies a TargetGroupBinding, and what it binds.</summary>
    private sealed record BindingIdentity(string TargetGroup, string Namespace, string Name, bool IsShared);
}
