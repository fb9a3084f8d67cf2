using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks the names of listeners or rules against the deployed ones. They have no name in AWS: <c>renamed</c> is for one change, in which Terraform
/// moves them in its state.
/// </summary>
/// <param name="kind">What they are: <c>rule</c>.</param>
/// <param name="owner">What has them: <c>listener</c>.</param>
/// <param name="place">Where <c>renamed</c> is, seen from the name.</param>
internal sealed class MovedNameChecks(string kind, string owner, string place)
{
    /// <summary>A listener or a rule.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Renamed">The name that it had before.</param>
    /// <param name="Contents">What it contains but for its name.</param>
    internal sealed record Entry(string Name, string? Renamed, string Contents);

    /// <summary>Adds the errors of the entries.</summary>
    /// <param name="entries">The entries, each with the places of its name and of <c>renamed</c>.</param>
    /// <param name="before">The deployed ones.</param>
    public void Check(IReadOnlyList<(Entry Entry, FaultScope Name, FaultScope Renamed)> entries, IReadOnlyList<Entry> before)
    {
        var deployed = before.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var gone = Gone(entries, before);
        foreach (var (entry, name, renamed) in entries)
        {
            var isDeployed = deployed.Contains(entry.Name);
            if (entry.Renamed is { } old)
            {
                renamed.AddIf(RenamedFault(entry.Name, old, isDeployed, wasDeployed: deployed.Contains(old)));
            }
            else if (!isDeployed && gone.TryGetValue(entry.Contents, out var same))
            {
                name.Add(
                    $"must have 'renamed: {same}' {place} it: {kind} '{same}' of the deployed fleet is the same but for its name, and without "
                        + $"'renamed' Terraform destroys it and creates another one, got '{entry.Name}'"
                );
            }
        }
    }

    /// <summary>The first deployed one of each contents that no entry is, nor was before.</summary>
    private static Dictionary<string, string> Gone(IReadOnlyList<(Entry Entry, FaultScope Name, FaultScope Renamed)> entries, IReadOnlyList<Entry> before)
    {
        var now = entries.SelectMany(entry => new[] { entry.Entry.Name, entry.Entry.Renamed }).ToHashSet(StringComparer.Ordinal);
        var gone = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in before.Where(entry => !now.Contains(entry.Name)))
        {
            gone.TryAdd(entry.Contents, entry.Name);
        }

        return gone;
    }

    private string? RenamedFault(string name, string old, bool isDeployed, bool wasDeployed) =>
        (isDeployed, wasDeployed) switch
        {
            (true, true) => $"must be left out: the deployed fleet has {kind} '{name}' already, beside '{old}', which this change deletes",
            (false, false) => $"must be the name of a {kind} of the deployed {owner}, got '{old}'",
            _ => null,
        };
}
