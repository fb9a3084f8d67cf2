using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks who may do what in a cluster: access entries, add-ons, and its registration with Argo CD.</summary>
internal sealed class AccessChecks(FleetSpec fleet, string name, ClusterSpec cluster, FaultCollector faults)
{
    private readonly string _path = $"clusters.{name}";

    /// <summary>Adds what is wrong with them.</summary>
    public void Check()
    {
        CheckAuthenticationMode();
        foreach (var (entryName, entry) in cluster.AccessEntries)
        {
            faults.AddNameIf($"{_path}.accessEntries.{entryName}", KubernetesLimits.DnsLabel(entryName));
            CheckEntry($"{_path}.accessEntries.{entryName}", entryName, entry);
        }

        foreach (var (addOnName, addOn) in cluster.AddOns)
        {
            var path = $"{_path}.addOns.{addOnName}";
            faults.AddNameIf(path, EksLimits.AddOnName(addOnName));
            faults.AddIf($"{path}.configuration", addOn.Configuration is { } configuration ? EksLimits.AddOnConfiguration(configuration) : null);
            faults.AddIf($"{path}.serviceAccountRole", addOn.ServiceAccountRole is { } role ? AwsLimits.RoleArn(role) : null);
            faults.AddIf($"{path}.resolveConflictsOnCreate", EksLimits.ResolveConflictsOnCreate(addOn.ResolveConflictsOnCreate));
        }

        CheckRegistration();
    }

    private void CheckAuthenticationMode()
    {
        var needsEntries = cluster.AccessEntries.Count + cluster.SelfManagedNodeGroups.Count > 0 || FleetRegistrations.IsReachedByArgoCd(fleet, name);
        if (cluster.AuthenticationMode == AuthenticationMode.ConfigMap && needsEntries)
        {
            faults.Add($"{_path}.authenticationMode", "must not be 'CONFIG_MAP' where access entries, self-managed nodes or Argo CD are to be let in, got 'CONFIG_MAP'");
        }
    }

    private void CheckEntry(string path, string entryName, AccessEntrySpec entry)
    {
        faults.AddIf($"{path}.principal", AwsLimits.PrincipalArn(entry.Principal));
        if (cluster.AccessEntries.TakeWhile(other => other.Key != entryName).FirstOrDefault(other => other.Value.Principal == entry.Principal) is { Key: { } same })
        {
            faults.Add($"{path}.principal", $"must be another principal than that of access entry '{same}': one has one entry in a cluster");
        }

        faults.AddIf($"{path}.kubernetesGroups", EksLimits.KubernetesGroups(entry.Type, entry.KubernetesGroups));
        foreach (var (index, policy) in entry.Policies.Index())
        {
            faults.AddIf($"{path}.policies[{index}].policy", EksLimits.AccessPolicyName(policy.Policy));
            faults.AddIf($"{path}.policies[{index}].namespaces", EksLimits.AccessNamespaces(policy.Namespaces));
        }

        if (!faults.IsFaulty($"{path}.policies") && !faults.IsFaulty($"{path}.type"))
        {
            faults.AddIf($"{path}.policies", EksLimits.AccessPolicies(entry.Type, [.. entry.Policies.Select(policy => policy.Policy)]));
        }
    }

    private void CheckRegistration()
    {
        var registration = cluster.Registration;
        var path = $"{_path}.registration";
        if (faults.IsGiven(path) && !FleetRegistrations.IsRegistered(fleet, name) && !faults.IsUnreadable("argoCd"))
        {
            faults.Add(path, "must be left out of a cluster that is not registered with an Argo CD");
        }

        foreach (var (key, value) in registration.Labels)
        {
            faults.AddIf($"{path}.labels.{key}", ArgoCdLimits.UserLabel(key) ?? KubernetesLimits.LabelValue(value));
        }

        foreach (var key in registration.Annotations.Keys)
        {
            faults.AddIf($"{path}.annotations.{key}", ArgoCdLimits.UserAnnotation(key));
        }

        faults.AddIf($"{path}.annotations", KubernetesLimits.Annotations(registration.Annotations));
        faults.AddIf($"{path}.namespaces", ArgoCdLimits.Namespaces(registration.Namespaces));
        faults.AddIf($"{path}.clusterResources", ArgoCdLimits.ClusterResources(registration.ClusterResources, registration.Namespaces));
        faults.AddIf($"{path}.project", registration.Project is { } project ? KubernetesLimits.DnsSubdomain(project) : null);
        faults.AddIf($"{path}.shard", registration.Shard is { } shard ? ArgoCdLimits.Shard(shard) : null);
    }
}
