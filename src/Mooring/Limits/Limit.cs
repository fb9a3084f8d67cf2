using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>
/// The parts of limits. A limit returns the error of a value (<c>must be between 1 and 65535, got 0</c>), or <see langword="null"/>. The checks of
/// the fleet file prepend the path, the constructs the name of the property.
/// </summary>
internal static partial class Limit
{
    [ThreadStatic]
    private static bool s_areLiterals;

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

    /// <summary>A list without an entry that is there twice.</summary>
    public static string? NoneTwice<T>(IReadOnlyList<T> entries) => entries.Distinct().Count() == entries.Count ? null : "must not have an entry twice";

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

    /// <summary>
    /// Until it is disposed, no value on this thread is a token, whatever it looks like: the texts of a fleet file are literal, and all of them are
    /// checked.
    /// </summary>
    public static LiteralTexts OfLiterals() => new(s_areLiterals);

    /// <summary>
    /// Whether the value of a construct's property is a template of Terraform: a token, which CDKTF resolves at synthesis, an expression, or a text that
    /// was escaped. It cannot be checked before Terraform evaluates it; what was escaped was checked as a literal.
    /// </summary>
    public static bool IsToken(string value) =>
        !s_areLiterals && (value.Contains("${", StringComparison.Ordinal) || value.Contains("%{", StringComparison.Ordinal));

    /// <summary>The same for a list, which CDKTF represents as a list with one token.</summary>
    public static bool IsToken(IReadOnlyList<string> values) => !s_areLiterals && values is [var value] && ListToken().IsMatch(value);

    /// <summary>A token for a list, as CDKTF writes it (<c>LIST_TOKEN_REGEX</c> in <c>tokens/private/encoding.ts</c>).</summary>
    [GeneratedRegex(@"^#\{TfToken\[[0-9A-Za-z:._-]+\]\}\z")]
    private static partial Regex ListToken();

    /// <summary>The time in which values are literal.</summary>
    internal readonly ref struct LiteralTexts
    {
        private readonly bool _before;

        internal LiteralTexts(bool before) => (_before, s_areLiterals) = (before, true);

        /// <summary>Ends it.</summary>
        public void Dispose() => s_areLiterals = _before;
    }
}
