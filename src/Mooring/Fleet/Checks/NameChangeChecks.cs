namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks the names of parts of one kind against the deployed ones: a rename that the file does not state, and one that cannot be meant. Terraform
/// would destroy what it then does not find.
/// </summary>
/// <param name="parts">The parts.</param>
/// <param name="before">The deployed ones.</param>
/// <param name="contentsOf">What a part contains but for its name, by its original name; <see langword="null"/> where that says nothing.</param>
/// <param name="contentsBefore">The same of a deployed part.</param>
internal sealed class NameChangeChecks(
    IReadOnlyList<NamedPart> parts,
    IReadOnlyList<NamedPart> before,
    Func<string, string?> contentsOf,
    Func<string, string?> contentsBefore
)
{
    private readonly HashSet<string> _now = [.. parts.Select(part => part.Original)];
    private readonly HashSet<string> _deployed = [.. before.Select(part => part.Original)];
    private readonly Dictionary<string, NamedPart> _before = before.DistinctBy(part => part.Name).ToDictionary(part => part.Name, StringComparer.Ordinal);
    private Dictionary<string, NamedPart>? _gone;

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        foreach (var part in parts)
        {
            if (part.Renamed is not null)
            {
                part.RenamedScope.AddIf(RenamedFault(part));
            }
            else if (!_deployed.Contains(part.Name))
            {
                part.Scope.AddIf(MissingFault(part));
            }
        }
    }

    private string? RenamedFault(NamedPart part)
    {
        if (_deployed.Contains(part.Original))
        {
            return _deployed.Contains(part.Name) && !_now.Contains(part.Name)
                ? $"must be left out: the deployed fleet has {part.Kind} '{part.Name}' already, beside '{part.Original}', and this change would delete it"
                : null;
        }

        return _before.TryGetValue(part.Original, out var later)
            ? $"must be '{later.Original}', the first name of {part.Kind} '{later.Name}' of the deployed fleet, which it keeps, got '{part.Renamed}'"
            : $"must be the first name of a {part.Kind} of the deployed fleet, got '{part.Renamed}'";
    }

    private string? MissingFault(NamedPart part)
    {
        if (_before.TryGetValue(part.Name, out var same) && !_now.Contains(same.Original))
        {
            return $"must have 'renamed: {same.Original}', as deployed, as long as it exists: without it Terraform destroys the {part.Kind} and creates "
                + "another one";
        }

        return contentsOf(part.Original) is { } contents && (_gone ??= Gone()).TryGetValue(contents, out var old)
            ? $"must have 'renamed: {old.Original}': {part.Kind} '{old.Name}' of the deployed fleet is the same but for its name, and without 'renamed' "
                + $"Terraform destroys it and creates another one, got '{part.Name}'; to replace it, remove the old one in a later change"
            : null;
    }

    /// <summary>The first deployed one of each contents that the fleet does not have any more.</summary>
    private Dictionary<string, NamedPart> Gone()
    {
        var gone = new Dictionary<string, NamedPart>(StringComparer.Ordinal);
        foreach (var part in before.Where(part => !_now.Contains(part.Original)))
        {
            if (contentsBefore(part.Original) is { } contents)
            {
                gone.TryAdd(contents, part);
            }
        }

        return gone;
    }
}
