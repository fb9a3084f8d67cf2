using Mooring.ArgoCd.GitOps;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Identity;

namespace Mooring.Stacks;

/// <summary>Writes the directory in Git from which Argo CD installs a fleet's controllers and bindings.</summary>
public static class FleetGitOps
{
    /// <summary>Writes the directory. Files of an earlier call that are no longer needed are removed; other files are not touched.</summary>
    /// <param name="fleet">The fleet, without faults and with <c>argoCd.gitOps</c>.</param>
    /// <param name="directory">The directory; it is created if it does not exist.</param>
    /// <returns>The files, as paths in the directory, sorted.</returns>
    /// <exception cref="ArgumentException">The fleet does not define where the directory is in Git.</exception>
    public static IReadOnlyList<string> Write(FleetSpec fleet, string directory)
    {
        var props = Props(fleet);
        GitOpsDirectory.Write(directory, props);
        return [.. GitOpsDirectory.Files(props).Keys.Order(StringComparer.Ordinal)];
    }

    private static GitOpsDirectoryProps Props(FleetSpec fleet)
    {
        if (fleet.ArgoCd is not { GitOps: { } gitOps } argoCd)
        {
            throw new ArgumentException("argoCd.gitOps is required: it defines where in Git the directory is", nameof(fleet));
        }

        return new GitOpsDirectoryProps
        {
            Fleet = FleetNames.InArgoCd(fleet),
            RepoUrl = gitOps.RepoUrl,
            Path = gitOps.Path,
            TargetRevision = gitOps.TargetRevision,
            Project = gitOps.Project,
            CreateProject = gitOps.CreateProject,
            Applications = gitOps.Applications,
            Namespace = argoCd.Namespace,
            RoleSource = RoleSourceOf(fleet),
            HasCreatedNamespaces = fleet.Clusters.Values.Any(cluster => cluster.Delivery == Delivery.ArgoCd && BoundNamespaces.Created(cluster).Count > 0),
            HasAutoMode = fleet.Clusters.Values.Any(cluster => cluster is { Delivery: Delivery.ArgoCd, HasAutoModeController: true }),
            HasControllerValues = ClusterController.HaveValuesUnderArgoCd(fleet),
            Controller = GitOpsDirectory.Controller with { ImageRepository = fleet.Controller.ImageRepository, ReplicaCount = fleet.Controller.ReplicaCount },
        };
    }

    /// <summary>Without a cluster, the fleet's own identity counts: the directory does not change when the first one comes.</summary>
    private static RoleSource RoleSourceOf(FleetSpec fleet) =>
        ClusterController.IdentitiesUnderArgoCd(fleet) switch
        {
            [] => RoleSourceOf(fleet.Controller.Identity),
            [var all] => RoleSourceOf(all),
            _ => RoleSource.PerCluster,
        };

    private static RoleSource RoleSourceOf(WorkloadIdentity identity) => identity == WorkloadIdentity.Irsa ? RoleSource.ServiceAccount : RoleSource.PodIdentity;
}
