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

        return before.FirstOrDefault(other => other.Name == part.Original) is { } later
            ? $"must be '{later.Original}', the first name of {part.Kind} '{later.Name}' of the deployed fleet, which it keeps, got '{part.Renamed}'"
            : $"must be the first name of a {part.Kind} of the deployed fleet, got '{part.Renamed}'";
    }

    private string? MissingFault(NamedPart part)
    {
        var gone = before.Where(other => !_now.Contains(other.Original)).ToArray();
        if (gone.FirstOrDefault(other => other.Name == part.Name) is { } same)
        {
            return $"must have 'renamed: {same.Original}', as deployed, as long as it exists: without it Terraform destroys the {part.Kind} and creates "
                + "another one";
        }

        return contentsOf(part.Original) is { } contents && gone.FirstOrDefault(other => contentsBefore(other.Original) == contents) is { } old
            ? $"must have 'renamed: {old.Original}': {part.Kind} '{old.Name}' of the deployed fleet is the same but for its name, and without 'renamed' "
                + $"Terraform destroys it and creates another one, got '{part.Name}'; to replace it, remove the old one in a later change"
            : null;
    }
}
