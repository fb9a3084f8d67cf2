using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a cluster. Its node groups, access and bindings have checks of their own.</summary>
internal sealed class ClusterChecks(FleetIndex index, string name, ClusterSpec cluster, FaultScope scope)
{
    private readonly FleetSpec _fleet = index.Fleet;

    /// <summary>What a cluster that is only looked up can have.</summary>
    private static readonly string[] s_propertiesOfExisting =
    [
        nameof(ClusterSpec.Existing),
        nameof(ClusterSpec.Renamed),
        nameof(ClusterSpec.Location),
        nameof(ClusterSpec.Version),
        nameof(ClusterSpec.Subnets),
        nameof(ClusterSpec.AccessEntries),
        nameof(ClusterSpec.NodeSecurityGroups),
        nameof(ClusterSpec.AddOns),
        nameof(ClusterSpec.NodeGroups),
        nameof(ClusterSpec.SelfManagedNodeGroups),
        nameof(ClusterSpec.FargateProfiles),
        nameof(ClusterSpec.Karpenter),
        nameof(ClusterSpec.OidcProvider),
        nameof(ClusterSpec.Tags),
        nameof(ClusterSpec.Delivery),
        nameof(ClusterSpec.HandoverFrom),
        nameof(ClusterSpec.Connection),
        nameof(ClusterSpec.Controller),
        nameof(ClusterSpec.Registration),
        nameof(ClusterSpec.Bindings),
    ];

    /// <summary>Adds the errors of the cluster.</summary>
    public void Check()
    {
        scope.CheckName(name, EksLimits.ClusterName);
        scope.CheckName(name, TerraformText.Verbatim);
        scope.Check(cluster.Renamed, EksLimits.ClusterName);
        scope.Check(cluster.Renamed, TerraformText.Verbatim);
        LocationChecks.CheckName(_fleet, cluster.Location, scope.At(cluster.Location));
        CheckControlPlane();
        CheckSubnets();
        CheckNodeSecurityGroups();
        CheckDelivery();
        ConnectionChecks.CheckOfTerraform(_fleet, name, cluster, scope);
        ControllerChecks.Check(cluster.Controller, scope.At(cluster.Controller));
        CheckInstallation(scope.At(cluster.Controller));
        TagChecks.Check(cluster.Tags, scope.At(cluster.Tags), index.TagKeys);
        new NodeGroupChecks(_fleet, cluster, scope).Check();
        new FargateChecks(_fleet, name, scope).Check();
        new KarpenterChecks(index, name, scope).Check();
        new AccessChecks(index, name, cluster, scope).Check();
        OriginalNameChecks.Check(NamedPart.BindingsOf(_fleet, cluster, scope));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, binding) in cluster.Bindings.Index())
        {
            new BindingChecks(index, name, place, scope.At(cluster.Bindings).Entry(place)) { IsNameTaken = !names.Add(binding.EffectiveName) }.Check();
        }

        CheckGenerated();
    }

    /// <summary>What is generated from the cluster and its bindings has limits, too; it is known where nothing that it follows from is faulty.</summary>
    private void CheckGenerated()
    {
        var root = scope.Root;
        FaultScope[] needed =
        [
            root.At(_fleet.Name),
            root.At(_fleet.Region),
            root.At(_fleet.Locations),
            root.At(_fleet.Controller),
            root.At(_fleet.LoadBalancers),
            scope,
        ];
        if (!needed.Any(part => part.IsFaulty))
        {
            CheckPolicy();
            AnnotationChecks.Check(_fleet, name, scope);
        }
    }

    private void CheckControlPlane()
    {
        scope.Check(cluster.Version, EksLimits.Version);
        if (scope.At(cluster.Existing).IsUnreadable)
        {
            return;
        }

        if (cluster.Existing)
        {
            scope.AddOthersThan(s_propertiesOfExisting, "must be left out of a cluster that is only looked up");
            return;
        }

        CheckEndpointAccess(cluster.EndpointAccess, scope.At(cluster.EndpointAccess));
        if (cluster.OidcProvider == OidcProviderSource.Existing)
        {
            scope
                .At(cluster.OidcProvider)
                .Add("must be 'create' or left out of a cluster that is created: EKS creates its issuer, so no provider can exist before, " + "got 'existing'");
        }

        scope.Check(cluster.EncryptionKey, key => AwsLimits.KmsKeyArn(key, LocationChecks.RegionOf(_fleet, cluster.Location, scope.At(cluster.Location))));
        scope.Check(cluster.LogTypes, Limit.NoneTwice);
        if (cluster.AutoMode is { } autoMode)
        {
            CheckAutoMode(autoMode, scope.At(cluster.AutoMode));
        }
    }

    private void CheckAutoMode(AutoModeSpec autoMode, FaultScope at)
    {
        at.Check(autoMode.NodePools, Limit.NoneTwice);
        if (!autoMode.Enabled || at.At(autoMode.Enabled).IsUnreadable)
        {
            return;
        }

        var version = scope.At(cluster.Version);
        version.AddIf(cluster.Version is { } given && !version.IsFaulty ? AutoModeLimits.Version(given) : null, at);
        scope.At(cluster.AuthenticationMode).AddIf(AutoModeLimits.AuthenticationMode(cluster.AuthenticationMode), at);
    }

    private static void CheckEndpointAccess(EndpointAccessSpec endpoint, FaultScope at)
    {
        at.AddIf(EksLimits.EndpointAccess(endpoint.Private, endpoint.Public));
        at.CheckEach(endpoint.PublicCidrs, NetworkLimits.Cidr);
        if (!at.At(endpoint.Public).IsFaulty && !at.At(endpoint.PublicCidrs).IsFaulty)
        {
            at.Check(endpoint.PublicCidrs, cidrs => EksLimits.PublicCidrs(endpoint.Public, cidrs));
        }
    }

    private void CheckSubnets()
    {
        var needsNone = cluster.Existing && cluster.NodeGroups.Count + cluster.SelfManagedNodeGroups.Count == 0;
        if (!needsNone || cluster.Subnets.Count > 0)
        {
            scope.At(cluster.Subnets).AddIf(EksLimits.ClusterSubnets(cluster.Subnets), scope.At(cluster.Existing));
        }

        scope.CheckEach(cluster.Subnets, AwsLimits.SubnetId);
    }

    private void CheckInstallation(FaultScope at)
    {
        var controller = cluster.Controller;
        if (cluster.HasAutoModeController)
        {
            ControllerChecks.CheckAutoMode(controller, cluster, at, scope.At(cluster.AutoMode));
            return;
        }

        var installs = controller.IsInstalledWith(_fleet.Controller);
        at.Check(controller.Role, IamLimits.RoleName);
        at.Check(controller.Role, role => installs ? $"must be left out where the controller is installed: it gets a role of its own, got '{role}'" : null);
        if (!installs && !at.At(controller.Install).IsUnreadable && !scope.Root.At(_fleet.Controller).IsIncomplete)
        {
            ControllerChecks.CheckOfOthers(controller, at);
        }
    }

    private void CheckNodeSecurityGroups()
    {
        scope.CheckEach(cluster.NodeSecurityGroups, AwsLimits.SecurityGroupId);
        scope.Check(cluster.NodeSecurityGroups, Limit.NoneTwice);
    }

    private void CheckDelivery()
    {
        if (cluster.Delivery == Delivery.ArgoCd && _fleet.ArgoCd is null && !scope.Root.At(_fleet.ArgoCd).IsUnreadable)
        {
            scope.At(cluster.Delivery).Add("must be 'helm' in a fleet without 'argoCd', got 'argocd'");
        }

        if (cluster.HandoverFrom == cluster.Delivery && !scope.At(cluster.Delivery).IsUnreadable)
        {
            scope.At(cluster.HandoverFrom).Add($"must be another delivery than 'delivery', which is '{cluster.Delivery.Word()}', too");
        }

        if (cluster.HandoverFrom == Delivery.ArgoCd && _fleet.ArgoCd is null && !scope.Root.At(_fleet.ArgoCd).IsUnreadable)
        {
            scope.At(cluster.HandoverFrom).Add("must be left out in a fleet without 'argoCd', got 'argocd'");
        }
    }

    private string TargetRoleOf(string loadBalancer) => LongestArns.Role(_fleet, FleetNames.TargetRole(_fleet, loadBalancer, name));

    /// <summary>A controller's policy names its target groups, and the policies of a role have a maximum length.</summary>
    private void CheckPolicy()
    {
        if (!cluster.HasController || cluster.HasAutoModeController)
        {
            return;
        }

        var policy = ControllerPolicy.Of(ClusterPermissions.Of(_fleet, name, LongestArns.Partition, LongestArns.Account, TargetRoleOf));
        if (IamLimits.InlinePolicies([policy]) is { } fault)
        {
            scope
                .At(cluster.Bindings)
                .Add($"give a policy of the controller's role that {fault}: choose 'controller.policy: documented', or bind fewer target groups");
        }
    }
}
