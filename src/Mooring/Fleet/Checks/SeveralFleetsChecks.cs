using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks that fleets which are synthesized together do not manage the same things.</summary>
internal static class SeveralFleetsChecks
{
    /// <summary>The faults of fleets, each found with those before it.</summary>
    /// <param name="fleets">The fleets, each without faults, and what faults call their files.</param>
    public static IReadOnlyList<Fault> Check(IReadOnlyList<(string File, FleetSpec Fleet)> fleets) =>
        [.. fleets.Index().SelectMany(each => fleets.Take(each.Index).SelectMany(other => Check(each.Item, other)))];

    private static IEnumerable<Fault> Check((string File, FleetSpec Fleet) each, (string File, FleetSpec Fleet) other)
    {
        var (fleet, before) = (OriginalNames.Of(each.Fleet), OriginalNames.Of(other.Fleet));
        if (fleet.Name == before.Name)
        {
            yield return Taken(
                each.File,
                "name",
                $"must be another one than that of {other.File}: load balancers, state and stacks have it in their names, got '{fleet.Name}'"
            );
        }
        else if (StateOf(fleet) is { } state && state == StateOf(before))
        {
            yield return Taken(
                each.File,
                "backend.s3.keyPrefix",
                $"must be another one than that of {other.File}: stacks of both would have the same state, got '{state.Prefix}'"
            );
        }

        if (ProjectOf(fleet) is { } project && project == ProjectOf(before))
        {
            yield return Taken(
                each.File,
                "backend.cloud.project",
                $"must be another one than that of {other.File}, which creates it, or have 'existingProject: true' here, got '{fleet.Backend.Cloud!.Project}'"
            );
        }

        if (OidcProviderOf(fleet) is { } provider && provider == OidcProviderOf(before))
        {
            yield return Taken(
                each.File,
                "backend.cloud.dynamicCredentials.oidcProvider",
                $"must be 'existing': {other.File} creates the OIDC provider of {provider.Hostname} in account {provider.Account}, which can have one"
            );
        }

        if (DirectoryOf(fleet) is { } directory && directory == DirectoryOf(before))
        {
            yield return Taken(
                each.File,
                "argoCd.gitOps.path",
                $"must be another one than that of {other.File}: each would overwrite the ApplicationSets of the other in Git, got '{directory.Path}'"
            );
        }

        foreach (var cluster in fleet.Clusters.Keys.Where(cluster => Creates(fleet, cluster) && Creates(before, cluster)))
        {
            if (Collision(fleet, before, cluster) is { } collision)
            {
                yield return Taken(each.File, $"clusters.{cluster}", $"must have another name: {other.File} creates a cluster '{cluster}' {collision}, too");
            }
        }
    }

    private static bool Creates(FleetSpec fleet, string cluster) => fleet.Clusters.TryGetValue(cluster, out var found) && !found.Existing;

    /// <summary>What two clusters of one name have in common; <see langword="null"/> for nothing. A name is of a region, and roles are of an account.</summary>
    private static string? Collision(FleetSpec fleet, FleetSpec before, string cluster)
    {
        var (place, theirs) = (FleetLocation.OfCluster(fleet, cluster), FleetLocation.OfCluster(before, cluster));
        return place.Account is null || place.Account != theirs.Account ? null
            : FleetNames.RoleOwner(fleet, cluster) == FleetNames.RoleOwner(before, cluster) ? $"with roles of the same names in account {place.Account}"
            : place.Region == theirs.Region ? $"in region {place.Region} of account {place.Account}"
            : null;
    }

    /// <summary>Where a fleet's directory is in Git.</summary>
    private static (string RepoUrl, string Path, string Revision)? DirectoryOf(FleetSpec fleet) =>
        fleet.ArgoCd?.GitOps is { } git ? (git.RepoUrl, git.Path, git.TargetRevision) : null;

    private static (string Bucket, string Prefix)? StateOf(FleetSpec fleet) => fleet.Backend.S3 is { } s3 ? (s3.Bucket, s3.KeyPrefix ?? fleet.Name) : null;

    /// <summary>The project of HCP Terraform that a fleet creates.</summary>
    private static (string Hostname, string Organization, string? Project)? ProjectOf(FleetSpec fleet) =>
        fleet.Backend.Cloud is { ManagesWorkspaces: true, ExistingProject: false } cloud
            ? (cloud.EffectiveHostname, cloud.Organization, cloud.Project?.ToUpperInvariant())
            : null;

    /// <summary>The IAM OIDC provider of HCP Terraform that a fleet creates, where its account is known.</summary>
    private static (string Hostname, string Account)? OidcProviderOf(FleetSpec fleet) =>
        fleet.Backend.Cloud is { DynamicCredentials: { RoleArn: null, OidcProvider: OidcProviderSource.Create } } cloud
        && FleetLocation.Of(fleet, name: null).Account is { } account
            ? (cloud.EffectiveHostname, account)
            : null;

    private static Fault Taken(string file, string path, string message) => new(file, 0, 0, path, message) { Code = ErrorCodes.Taken };
}
