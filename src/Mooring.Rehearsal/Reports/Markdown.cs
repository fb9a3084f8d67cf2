using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal.Reports;

/// <summary>Markdown that the reports share.</summary>
internal static class Markdown
{
    /// <summary>Writes what became of traffic.</summary>
    public static void Write(TrafficReport traffic, Action<string> writeLine)
    {
        writeLine(string.Empty);
        writeLine($"**{TrafficWords.Summary(traffic)}**");
        foreach (var finding in traffic.Findings)
        {
            writeLine(string.Empty);
            writeLine($"### {Escape(finding.What)}");
            writeLine(string.Empty);
            foreach (var request in finding.Requests)
            {
                writeLine($"- `{request.Replace('`', '\'')}`");
            }

            writeLine(finding.Requests.Count > 0 ? string.Empty : "The account:");
            writeLine("| | |");
            writeLine("|---|---|");
            foreach (var (word, text) in TrafficWords.Details(finding))
            {
                writeLine($"| {word} | {Escape(text)} |");
            }
        }

        foreach (var note in TrafficWords.Notes(traffic))
        {
            writeLine(string.Empty);
            writeLine(Escape(note));
        }
    }

    /// <summary>A text of the fleet file can be no Markdown and no HTML.</summary>
    public static string Escape(string text) =>
        string.Concat(
            text.Select(character => "\\`*_{}[]<>|#~&!".Contains(character, StringComparison.Ordinal) ? $"&#{(int)character};" : character.ToString())
        );
}
