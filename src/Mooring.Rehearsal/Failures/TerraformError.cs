using System.Text.RegularExpressions;

namespace Mooring.Rehearsal.Failures;

/// <summary>Errors in Terraform's output.</summary>
internal static partial class TerraformError
{
    private const string Mark = "Error: ";

    /// <summary>The first error on one line: its heading and its explanation, without its place in the configuration and the frame.</summary>
    /// <param name="output">Terraform's output.</param>
    public static string FirstIn(string output)
    {
        var start = output.IndexOf(Mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return output.Trim();
        }

        var end = output.IndexOf(Mark, start + Mark.Length, StringComparison.Ordinal);
        var lines = output[start..(end < 0 ? output.Length : end)].Split('\n').Select(line => line.Trim(' ', '│', '╷', '╵', '\r'));
        return string.Join(' ', lines.Where(line => line.Length > 0 && !Place().IsMatch(line)));
    }

    /// <summary>Lines that show where the error is, with which values, and what to do about a provider that crashed.</summary>
    [GeneratedRegex(
        @"^(with |on |\d+:|├|while calling |The plugin encountered|plugin6?\.|more details|\S+ is (""|(tuple|object|list|a|an|empty|known|true|false)\b))"
    )]
    private static partial Regex Place();
}
