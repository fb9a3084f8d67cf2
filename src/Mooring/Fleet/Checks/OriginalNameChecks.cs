using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks that no two parts of a fleet have the same original name: their stacks, or their names in AWS, would be the same.</summary>
internal static class OriginalNameChecks
{
    /// <summary>Adds the errors of parts of one kind. That their names in the file differ is checked elsewhere.</summary>
    public static void Check(IReadOnlyList<NamedPart> parts)
    {
        // Of two renamed parts, the second has the error; one that was not renamed has its name before them all.
        var owners = parts.Where(part => part.Renamed is null).DistinctBy(part => part.Original).ToDictionary(part => part.Original, StringComparer.Ordinal);
        foreach (var part in parts.Where(part => part.Renamed is not null))
        {
            var isFirst = owners.TryAdd(part.Original, part);
            if (part.Renamed == part.Name)
            {
                part.RenamedScope.Add($"must be left out: '{part.Name}' is the name that the {part.Kind} has");
            }
            else if (!isFirst)
            {
                part.RenamedScope.As(ErrorCodes.Taken)
                    .Add(
                        $"must be the first name of no other {part.Kind}, but it is that of '{owners[part.Original].Scope.Path}', too: "
                            + $"both would be the same in AWS, got '{part.Renamed}'"
                    );
            }
        }
    }
}
