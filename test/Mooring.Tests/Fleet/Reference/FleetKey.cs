using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>A key of the fleet file, as the reference page and the schema describe it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Property">The property of the record that holds its value.</param>
internal sealed partial record FleetKey(string Key, PropertyInfo Property)
{
    /// <summary>What its value is.</summary>
    public KeyType Type { get; } = new(Property.PropertyType);

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired => Property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>
    /// The value that a key has when it is left out: a boolean, a number or a text. <see langword="null"/> for lists and mappings, which
    /// are then empty, and where the value depends on something else, such as another key.
    /// </summary>
    public object? Default => InitialValue ?? DocumentedValue;

    /// <summary>The value that the record is initialized with.</summary>
    public object? InitialValue =>
        IsRequired
            ? null
            : Property.GetValue(Activator.CreateInstance(Property.ReflectedType!)) switch
            {
                Enum value => WordOf(value),
                var value => value is bool or int or string ? value : null,
            };

    /// <summary>The value that the doc comment states: <c>Defaults to 30 seconds</c>.</summary>
    public object? DocumentedValue =>
        PlainDefault().Match(DefaultSentence) is not { Success: true } match ? null
        : Type.IsNumber ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
        : Type.IsBoolean ? match.Groups["word"].Value == "true"
        : match.Groups["word"] is { Success: true } word ? word.Value
        : null;

    /// <summary>Whether the doc comment contains only the value of the default.</summary>
    public bool IsDefaultPlain =>
        Default is not null && PlainDefault().Match(DefaultSentence) is { Success: true } match && match.Length == DefaultSentence.Length;

    /// <summary>The summary of the doc comment.</summary>
    public string Summary => DocComments.Summary(Property);

    /// <summary>The sentence of the doc comment about the default.</summary>
    public string DefaultSentence => DocComments.Default(Property);

    /// <summary>An enum's value in the fleet file.</summary>
    public static string WordOf(Enum value) => Words.ValuesByWord(value.GetType()).First(pair => pair.Value.Equals(value)).Key;

    [GeneratedRegex(@"^Defaults to (`(?<word>[^` ]+)`|(?<number>\d+)( seconds| GiB)?)(\.$|: )")]
    private static partial Regex PlainDefault();
}
