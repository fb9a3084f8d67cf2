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

        if (fleet.Account is not null && fleet.Account == before.Account)
        {
            foreach (var cluster in fleet.Clusters.Where(cluster => !cluster.Value.Existing).Select(cluster => cluster.Key))
            {
                if (before.Clusters.TryGetValue(cluster, out var theirs) && !theirs.Existing)
                {
                    yield return Taken(
                        each.File,
                        $"clusters.{cluster}",
                        $"must have another name: {other.File} creates a cluster '{cluster}' with roles of the same names in account {fleet.Account}, too"
                    );
                }
            }
        }
    }

    private static (string Bucket, string Prefix)? StateOf(FleetSpec fleet) => fleet.Backend.S3 is { } s3 ? (s3.Bucket, s3.KeyPrefix ?? fleet.Name) : null;

    private static Fault Taken(string file, string path, string message) => new(file, 0, 0, path, message) { Code = ErrorCodes.Taken };
}
