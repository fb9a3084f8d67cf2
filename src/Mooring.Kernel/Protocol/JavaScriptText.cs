using System.Globalization;
using System.Text;

namespace Mooring.Kernel.Protocol;

/// <summary>Texts in JSON as JavaScript writes them.</summary>
/// <seealso href="https://tc39.es/ecma262/#sec-quotejsonstring"/>
internal static class JavaScriptText
{
    /// <summary>Appends a text with its quotes.</summary>
    public static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            Append(json, text, index);
        }

        json.Append('"');
    }

    private static void Append(StringBuilder json, string text, int index)
    {
        var each = text[index];
        switch (each)
        {
            case '"' or '\\':
                json.Append('\\').Append(each);
                break;
            case '\n':
                json.Append("\\n");
                break;
            case '\r':
                json.Append("\\r");
                break;
            case '\t':
                json.Append("\\t");
                break;
            case '\b':
                json.Append("\\b");
                break;
            case '\f':
                json.Append("\\f");
                break;
            case < ' ':
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)each:x4}");
                break;
            default:
                json.Append(IsAlone(text, index) ? throw new UnknownException("half a character") : each);
                break;
        }
    }

    private static bool IsAlone(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(text[index]) && (index == 0 || !char.IsHighSurrogate(text[index - 1]));
}
