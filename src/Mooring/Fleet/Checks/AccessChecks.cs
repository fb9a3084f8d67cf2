using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks access to a cluster: access entries, add-ons, and its registration with Argo CD.</summary>
internal sealed class AccessChecks(FleetIndex index, string name, ClusterSpec cluster, FaultScope scope)
{
    private readonly FleetSpec _fleet = index.Fleet;
    private HashSet<string>? _nodeRoles;

    /// <summary>Adds their errors.</summary>
    public void Check()
    {
        CheckAuthenticationMode();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (entryName, entry) in cluster.AccessEntries)
        {
            var same = owners.TryAdd(entry.Principal, entryName) ? null : owners[entry.Principal];
            var at = scope.At(cluster.AccessEntries).Entry(entryName);
            CheckEntry(entryName, entry, same, at);
            if (OwnerOf(entry.Principal) is { } owner)
            {
                at.At(entry.Principal).As(ErrorCodes.Taken).Add($"must be left out: {owner} has an access entry already, got '{entry.Principal}'");
            }
        }

        foreach (var (addOnName, addOn) in cluster.AddOns)
        {
            var at = scope.At(cluster.AddOns).Entry(addOnName);
            at.CheckName(addOnName, EksLimits.AddOnName);
            at.CheckName(addOnName, TerraformText.Verbatim);
            at.Check(addOn.Version, EksLimits.AddOnVersion);
            at.Check(addOn.Configuration, EksLimits.AddOnConfiguration);
            at.Check(addOn.ServiceAccountRole, AwsLimits.RoleArn);
            at.Check(addOn.ResolveConflictsOnCreate, EksLimits.ResolveConflictsOnCreate);
            var creates = addOn.Adopt && !cluster.Existing;
            at.At(addOn.Adopt).AddIf(creates ? "must be left out in a cluster that Terraform creates, got true" : null, scope.At(cluster.Existing));
        }

        CheckRegistration(cluster.Registration, scope.At(cluster.Registration));
    }

    private void CheckAuthenticationMode()
    {
        if (cluster.AuthenticationMode == AuthenticationMode.ConfigMap && FleetRegistrations.NeedsAccessEntries(_fleet, name))
        {
            scope
                .At(cluster.AuthenticationMode)
                .Add("must not be 'CONFIG_MAP' where access entries, self-managed nodes, Karpenter or Argo CD need access, got 'CONFIG_MAP'");
        }
    }

    /// <summary>
    /// Whose access entry a principal has without one in the file; <see langword="null"/> for none. EKS refuses a second entry of a principal, with
    /// status 409. The role of managed nodes gets its entry from EKS.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html"/>
    private string? OwnerOf(string principal)
    {
        if (_fleet.ArgoCd?.CapabilityRole == principal && FleetRegistrations.IsReachedByArgoCd(_fleet, name))
        {
            return "the EKS capability for Argo CD";
        }

        var role = principal[(principal.LastIndexOf('/') + 1)..];
        var account = FleetLocation.OfCluster(_fleet, name).Account;
        var isOfAccount = account is null || principal.Contains($":{account}:", StringComparison.Ordinal);
        return !isOfAccount ? null
            : IsRoleOfCapability(role) ? "the EKS capability for Argo CD"
            : role == FleetNames.ArgoCdAccessRole(_fleet, name) && FleetRegistrations.IsRegistered(_fleet, name) ? "the role that Argo CD assumes"
            : (_nodeRoles ??= NodeRoles()).Contains(role) ? "the role of nodes"
            : cluster.FargateProfiles.Keys.Any(profile => role == FleetNames.FargateRole(_fleet, name, profile)) ? "the role of pods on Fargate"
            : cluster.Karpenter is not null && role == FleetNames.KarpenterNodeRole(_fleet, name) ? "the role of Karpenter's nodes"
            : null;
    }

    /// <summary>Whether a role is that of a capability which Terraform creates with its role.</summary>
    private bool IsRoleOfCapability(string role) =>
        _fleet.ArgoCd is { Capability: not null, CapabilityRole: null }
        && FleetRegistrations.IsReachedByArgoCd(_fleet, name)
        && role == FleetNames.ArgoCdCapabilityRole(_fleet);

    private HashSet<string> NodeRoles() =>
        cluster
            .NodeGroups.Keys.Select(group => OriginalNames.NodeGroup(cluster, group))
            .Concat(cluster.SelfManagedNodeGroups.Keys.Select(group => OriginalNames.SelfManagedNodeGroup(cluster, group)))
            .Select(group => FleetNames.NodeRole(_fleet, name, group))
            .ToHashSet(StringComparer.Ordinal);

    private static void CheckEntry(string entryName, AccessEntrySpec entry, string? same, FaultScope at)
    {
        at.CheckName(entryName, KubernetesLimits.DnsLabel);
        at.Check(entry.Principal, AwsLimits.PrincipalArn);
        if (same is not null)
        {
            at.At(entry.Principal).Add($"must be another principal than that of access entry '{same}': a principal has one entry in a cluster");
        }

        at.CheckEach(entry.KubernetesGroups, EksLimits.KubernetesGroup);
        if (!at.At(entry.KubernetesGroups).IsFaulty && !at.At(entry.Type).IsFaulty)
        {
            at.Check(entry.KubernetesGroups, groups => EksLimits.KubernetesGroups(entry.Type, groups));
        }

        var policies = at.At(entry.Policies);
        foreach (var (index, policy) in entry.Policies.Index())
        {
            policies.Entry(index).Check(policy.Policy, EksLimits.AccessPolicyName);
            policies.Entry(index).CheckEach(policy.Namespaces, EksLimits.AccessNamespace);
        }

        if (!policies.IsFaulty && !at.At(entry.Type).IsFaulty)
        {
            policies.AddIf(EksLimits.AccessPolicies(entry.Type, [.. entry.Policies.Select(policy => policy.Policy)]));
        }
    }

    private void CheckRegistration(RegistrationSpec registration, FaultScope at)
    {
        if (at.IsGiven && !FleetRegistrations.CanBeRegistered(_fleet, name) && !scope.Root.At(_fleet.ArgoCd).IsUnreadable)
        {
            at.AddBeside("must be left out of a cluster that is not registered with an Argo CD");
        }
        else if (!registration.Create)
        {
            at.AddOthersThan([nameof(RegistrationSpec.Create)], "must be left out where 'create' is false: the cluster has no Secret");
            var needsSecret = cluster.Delivery == Delivery.ArgoCd;
            at.At(registration.Create).AddIf(needsSecret ? "must be true with delivery 'argocd', got false" : null, scope.At(cluster.Delivery));
        }

        foreach (var (key, value) in registration.Labels)
        {
            at.At(registration.Labels).Entry(key).AddBeside(ArgoCdLimits.UserLabel(key));
            at.At(registration.Labels).Entry(key).AddBeside(KubernetesLimits.LabelValue(value));
        }

        foreach (var key in registration.Annotations.Keys)
        {
            at.At(registration.Annotations).Entry(key).AddIf(ArgoCdLimits.UserAnnotation(key));
        }

        at.Check(registration.Annotations, KubernetesLimits.Annotations);
        at.CheckEach(registration.Namespaces, KubernetesLimits.DnsLabel);
        if (!at.At(registration.Namespaces).IsFaulty)
        {
            at.Check(registration.Namespaces, ArgoCdLimits.Namespaces);
        }

        at.Check(registration.ClusterResources, allowed => ArgoCdLimits.ClusterResources(allowed, registration.Namespaces));
        CheckManagedNamespaces(registration, at);
        ConnectionChecks.CheckOfArgoCd(index, name, registration, at);
        at.Check(registration.Project, KubernetesLimits.DnsSubdomain);
        at.Check(registration.Shard, ArgoCdLimits.Shard);
    }

    /// <summary>Argo CD installs the controller and the bindings only into namespaces that it manages, and the controller has cluster-wide resources.</summary>
    private void CheckManagedNamespaces(RegistrationSpec registration, FaultScope at)
    {
        if (registration.Namespaces.Count == 0 || cluster.Delivery != Delivery.ArgoCd || scope.At(cluster.Delivery).IsUnreadable)
        {
            return;
        }

        var bound = cluster.ControllerBindings.Select(binding => binding.Service.Namespace).Where(bound => KubernetesLimits.DnsLabel(bound) is null);
        string[] needed = [ControllerRole.ServiceAccount.Namespace, .. bound];
        if (needed.Except(registration.Namespaces).ToArray() is { Length: > 0 } missing)
        {
            var names = string.Join(", ", missing.Select(name => $"'{name}'"));
            at.At(registration.Namespaces).Add($"must have {names} with delivery 'argocd': Argo CD installs controller and bindings there");
        }

        if (!registration.ClusterResources)
        {
            at.At(registration.ClusterResources).Add("must be true with 'namespaces' and delivery 'argocd': the controller's chart has cluster-wide resources");
        }
    }
}
