using System.Globalization;
using System.Text;

namespace Mooring;

/// <summary>
/// Makes text from files safe to print. Names and values come from the author of the file: in a message they must not begin a line, colour a
/// terminal, or command the CI server that reads the log.
/// </summary>
internal static class Printable
{
    /// <summary>The most characters of a message: about a screen. Of a longer one, the middle is left out.</summary>
    private const int LongestLine = 2000;

    /// <summary>The most characters of one name in a path of names.</summary>
    private const int LongestName = 200;

    /// <summary>
    /// A text on one line, with an escape for each character that cannot be seen or that moves others. What is printable already stays as it is.
    /// </summary>
    public static string OneLine(string text) => Escape(Shorten(text, LongestLine));

    /// <summary>A name in a path of names.</summary>
    public static string Name(string name) => Escape(Shorten(name, LongestName));

    /// <summary>The name of a file, which begins a line.</summary>
    public static string File(string path) => Quiet(OneLine(path));

    /// <summary>A text of several lines, such as that of another program: they stay lines.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Quiet(string.Join('\t', line.Split('\t').Select(Escape)))));

    /// <summary>GitHub takes a line that begins with <c>::</c> for a command.</summary>
    /// <seealso href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands"/>
    private static string Quiet(string line) => line.TrimStart().StartsWith("::", StringComparison.Ordinal) ? $".{line.TrimStart()}" : line;

    private static string Shorten(string text, int most) => text.Length <= most ? text : $"{text[..(most * 3 / 4)]} … {text[^(most / 4)..]}";

    private static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("##", StringComparison.Ordinal))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; )
        {
            var isWhole = Rune.TryGetRuneAt(text, index, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && !IsSecondHashOfCommand(text, index) && IsVisible(rune))
            {
                escaped.Append(text, index, length);
            }
            else
            {
                AppendEscape(escaped, isWhole ? rune.Value : text[index]);
            }

            index += length;
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Azure Pipelines takes <c>##vso[</c> for a command wherever it is in a line, and both it and GitHub <c>##[</c>. The headings of Markdown stay.
    /// </summary>
    /// <seealso href="https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Command.cs"/>
    /// <seealso href="https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands"/>
    private static bool IsSecondHashOfCommand(string text, int index) =>
        index > 0
        && text[index] == '#'
        && text[index - 1] == '#'
        && text.AsSpan(index + 1) is var rest
        && (rest.StartsWith("[", StringComparison.Ordinal) || rest.StartsWith("vso[", StringComparison.OrdinalIgnoreCase));

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );

    private static void AppendEscape(StringBuilder escaped, int value) =>
        _ = value switch
        {
            '\n' => escaped.Append(@"\n"),
            '\r' => escaped.Append(@"\r"),
            '\t' => escaped.Append(@"\t"),
            '\e' => escaped.Append(@"\e"),
            <= char.MaxValue => escaped.Append(CultureInfo.InvariantCulture, $@"\u{value:x4}"),
            _ => escaped.Append(CultureInfo.InvariantCulture, $@"\U{value:x8}"),
        };
}
