using System.Text;

namespace Mooring.Benchmarks.Reports;

/// <summary>A table in Markdown. Its first column is text, the others are aligned to the right where they are numbers.</summary>
/// <param name="headings">The heading of each column.</param>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Whether all columns are text.</summary>
    public bool IsText { get; init; }

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The table.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, headings);
        Append(text, headings.Select((_, column) => column == 0 || IsText ? "---" : "---:"));
        foreach (var row in _rows)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
