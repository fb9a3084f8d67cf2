using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks that no two parts of a fleet have the same original name: their stacks, or their names in AWS, would be the same.</summary>
internal static class OriginalNameChecks
{
    /// <summary>Adds the errors of parts of one kind. That their names in the file differ is checked elsewhere.</summary>
    public static void Check(IReadOnlyList<NamedPart> parts)
    {
        foreach (var (index, part) in parts.Index().Where(entry => entry.Item.Renamed is not null))
        {
            if (part.Renamed == part.Name)
            {
                part.RenamedScope.Add($"must be left out: '{part.Name}' is the name that the {part.Kind} has");
            }
            else if (parts.Where((other, place) => place != index && MeetsFirst(other, place, part, index)).FirstOrDefault() is { } owner)
            {
                part.RenamedScope.As(ErrorCodes.Taken)
                    .Add(
                        $"must be the first name of no other {part.Kind}, but it is that of '{owner.Scope.Path}', too: both would be the same in AWS, "
                            + $"got '{part.Renamed}'"
                    );
            }
        }
    }

    /// <summary>Of two renamed parts, the second has the error.</summary>
    private static bool MeetsFirst(NamedPart other, int place, NamedPart part, int index) =>
        other.Original == part.Original && (other.Renamed is null || place < index);
}
