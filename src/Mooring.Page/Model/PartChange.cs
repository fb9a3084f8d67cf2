namespace Mooring.Page.Model;

/// <summary>A property of a part that a change changes.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
public sealed record PartChange(string Name, string Before, string After)
{
    private const string None = "none";

    /// <summary>What differs in a part.</summary>
    internal static IEnumerable<PartChange> Of(Marked<Part> part)
    {
        if (part.Before is not { } before)
        {
            yield break;
        }

        if (before.Title != part.Now.Title)
        {
            yield return new("name", before.Title, part.Now.Title);
        }

        foreach (var name in before.Details.Concat(part.Now.Details).Select(detail => detail.Name).Distinct())
        {
            var (was, now) = (ValueOf(before, name), ValueOf(part.Now, name));
            if (was != now)
            {
                yield return new(name, was, now);
            }
        }
    }

    private static string ValueOf(Part part, string name) => part.Details.FirstOrDefault(detail => detail.Name == name)?.Value ?? None;
}
