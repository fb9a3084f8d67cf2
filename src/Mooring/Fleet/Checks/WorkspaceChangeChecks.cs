using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks changes of a fleet's workspaces that HCP Terraform refuses.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class WorkspaceChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private const string Page = "see docs/hcp-terraform.md#workspaces-that-exist";

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        if (
            fleet.Backend.Cloud is not { ManagesWorkspaces: true } cloud
            || deployed.Backend.Cloud is not { } before
            || (cloud.EffectiveHostname, cloud.Organization) != (before.EffectiveHostname, before.Organization)
        )
        {
            return;
        }

        var scope = root.At(fleet.Backend.Cloud);
        if (before.ManagesWorkspaces)
        {
            CheckProject(cloud, before, scope);
        }
        else
        {
            CheckFirst(cloud, before, scope);
        }

        if (cloud.Workspaces == WorkspaceSource.Adopted && NewStack() is { } added)
        {
            scope
                .At(cloud.Workspaces)
                .Add($"must not be 'adopted' in a change that adds a stack: {added} has no workspace yet, so that its import fails; {Page}");
        }
    }

    /// <summary>The workspaces, and their project, are those of <c>terraform init</c>.</summary>
    private static void CheckFirst(CloudBackendSpec cloud, CloudBackendSpec before, FaultScope scope)
    {
        if (cloud.Workspaces == WorkspaceSource.Managed)
        {
            scope.At(cloud.Workspaces).Add($"must be 'adopted' for one apply: 'terraform init' has created the workspaces, and their names are taken; {Page}");
        }

        if (!cloud.ExistingProject && string.Equals(cloud.Project, before.Project, StringComparison.OrdinalIgnoreCase))
        {
            scope.At(cloud.ExistingProject).Add($"must be true: the project exists, because 'terraform init' has created workspaces in it, got false; {Page}");
        }
    }

    private static void CheckProject(CloudBackendSpec cloud, CloudBackendSpec before, FaultScope scope)
    {
        if (cloud.ExistingProject != before.ExistingProject)
        {
            scope
                .At(cloud.ExistingProject)
                .Add(
                    $"must be {Word(before.ExistingProject)}, as deployed: Terraform would {(cloud.ExistingProject ? "delete" : "create")} the project, which "
                        + $"HCP Terraform refuses, because it has workspaces, got {Word(cloud.ExistingProject)}"
                );
        }
    }

    /// <summary>A stack that the deployed fleet does not have; <see langword="null"/> where it has all.</summary>
    private string? NewStack() => StacksOf(OriginalNames.Of(fleet)).Except(StacksOf(deployed)).FirstOrDefault();

    /// <summary>The stacks of a fleet in words.</summary>
    private static IEnumerable<string> StacksOf(FleetSpec fleet) =>
        [
            .. fleet.LoadBalancers.Keys.Select(name => $"load balancer '{name}'"),
            .. fleet.Clusters.Keys.Select(name => $"cluster '{name}'"),
            .. fleet.Clusters.Keys.Where(name => FleetRegistrations.IsRegistered(fleet, name)).Select(name => $"the registration of cluster '{name}'"),
            .. fleet.Clusters.Where(cluster => cluster.Value.HasReleases).Select(cluster => $"the binding of cluster '{cluster.Key}'"),
        ];

    private static string Word(bool value) => value ? "true" : "false";
}
