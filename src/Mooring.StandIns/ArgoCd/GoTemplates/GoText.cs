using System.Globalization;
using System.Text;

namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>Values of Go as text.</summary>
/// <seealso href="https://pkg.go.dev/fmt"/>
internal static class GoText
{
    /// <summary>What a template writes for a value.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "<no value>",
            string text => text,
            bool flag => flag ? "true" : "false",
            long number => number.ToString(CultureInfo.InvariantCulture),
            IReadOnlyList<object?> list => $"[{string.Join(' ', list.Select(Item))}]",
            GoMap map =>
                $"map[{string.Join(' ', map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{Item(entry.Value)}"))}]",
            _ => throw new NotSupportedException($"the stand-in of Go's templates cannot write a {value.GetType().Name}"),
        };

    /// <summary>The name of a value's type.</summary>
    public static string TypeOf(object? value) =>
        value switch
        {
            string => "string",
            bool => "bool",
            long => "int",
            GoMap map => map.IsOfText ? "map[string]string" : "map[string]interface {}",
            _ => "[]interface {}",
        };

    private static string Item(object? value) => value is null ? "<nil>" : Of(value);

    /// <summary>A text as <c>%q</c> writes it.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(
                rune.Value switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    '\a' => "\\a",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\v' => "\\v",
                    < 32 or 127 => $"\\x{rune.Value:x2}",
                    _ => rune.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
