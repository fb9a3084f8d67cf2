using System.Globalization;

namespace Mooring.Limits;

/// <summary>
/// The parts of limits. A limit returns the error of a value (<c>must be between 1 and 65535, got 0</c>), or <see langword="null"/>. The checks of
/// the fleet file prepend the path, the constructs the name of the property.
/// </summary>
internal static class Limit
{
    /// <summary>A number in a range.</summary>
    public static string? Between(int value, int least, int most) =>
        value >= least && value <= most ? null
        : most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"must be at least {least}, got {value}")
        : string.Create(CultureInfo.InvariantCulture, $"must be between {least} and {most}, got {value}");

    /// <summary>A time in a range, in whole seconds.</summary>
    public static string? Seconds(int value, int least, int most) =>
        value >= least && value <= most ? null : string.Create(CultureInfo.InvariantCulture, $"must be between {least} and {most} seconds, got {value}");

    /// <summary>The length of a text in a range.</summary>
    public static string? Length(string value, int least, int most) =>
        IsToken(value) || (value.Length >= least && value.Length <= most) ? null
        : least == 0 ? string.Create(CultureInfo.InvariantCulture, $"must have at most {most} characters, got {value.Length}")
        : string.Create(CultureInfo.InvariantCulture, $"must have {least} to {most} characters, got {value.Length}");

    /// <summary>One of a few words.</summary>
    public static string? OneOf(string value, params string[] words) =>
        IsToken(value) || words.Contains(value) ? null : $"must be one of {string.Join(", ", words.Select(word => $"'{word}'"))}, got '{value}'";

    /// <summary>Throws when a property of a record that belongs to no construct breaks a rule.</summary>
    /// <exception cref="ArgumentException">There is a fault. The message is that of the fleet file, with the property in front.</exception>
    public static void Require(string property, string? fault)
    {
        if (fault is not null)
        {
            throw new ArgumentException(Printable.OneLine($"'{property}' {fault}"));
        }
    }

    /// <summary>A number of entries in a list.</summary>
    public static string? Entries(int count, int least, int most) =>
        count >= least && count <= most ? null
        : least == 0 ? string.Create(CultureInfo.InvariantCulture, $"must have at most {most} entries, got {count}")
        : most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"must have at least {least} {(least == 1 ? "entry" : "entries")}, got {count}")
        : string.Create(CultureInfo.InvariantCulture, $"must have {least} to {most} entries, got {count}");

    /// <summary>Whether the value is a token, which CDKTF resolves at synthesis, so that it cannot be checked before.</summary>
    public static bool IsToken(string value) => value.Contains("${", StringComparison.Ordinal);

    /// <summary>The same for a list, which CDKTF represents as a list with one token.</summary>
    public static bool IsToken(IReadOnlyList<string> values) => values is [var value] && value.StartsWith("#{", StringComparison.Ordinal);
}
