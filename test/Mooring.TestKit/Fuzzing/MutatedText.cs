using System.Text;

namespace Mooring.TestKit.Fuzzing;

/// <summary>Changes a text by chance: its characters, its lines, its values, its structure.</summary>
/// <param name="random">The chance.</param>
internal sealed class MutatedText(Random random)
{
    private static readonly string[] s_tokens =
    [
        "&a ",
        "*a",
        "<<: *a",
        "!x ",
        "!<> ",
        "!!str ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "- ",
        "? ",
        ": ",
        "|",
        ">",
        "|9\n",
        "%YAML 9.9\n",
        "---\n",
        "...\n",
        "\t",
        "\r",
        "\0",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\ud800",
        "\"\\x00\"",
        "\"\\ud800\"",
        "\"\\UFFFFFFFF\"",
        "#",
        ",",
        "~",
        "null",
        "true",
        "0x7f",
        "-1",
        "99999999999999999999",
        "1e400",
        ".nan",
        "${x}",
        "%{x}",
        "\"\"",
        "{}",
        "[]",
        "\e[31m",
        "::error::x",
        "##vso[x]",
        "\n\n",
        "  ",
        "@",
        "`",
    ];

    /// <summary>A text after one to four changes.</summary>
    public string Of(string text)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            text = random.Next(8) switch
            {
                0 => Replace(text, Place(text), 1, $"{(char)random.Next(0x180)}"),
                1 => Replace(text, Place(text), random.Next(40), string.Empty),
                2 => Replace(text, Place(text), 0, s_tokens[random.Next(s_tokens.Length)]),
                3 => Lines(text, (lines, at) => lines.RemoveAt(at)),
                4 => Lines(text, (lines, at) => lines.Insert(random.Next(lines.Count), lines[at])),
                5 => Lines(text, (lines, at) => lines[at] = random.Next(2) == 0 ? $"  {lines[at]}" : lines[at].TrimStart(' ')),
                6 => Lines(text, (lines, at) => lines[at] = WithValue(lines[at])),
                _ => Lines(text, Swap),
            };
        }

        return text;
    }

    private string WithValue(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var token = s_tokens[random.Next(s_tokens.Length)];
        return colon < 0 ? token
            : random.Next(3) == 0 ? $"{new string(' ', line.Length - line.TrimStart().Length)}{token}{line[colon..]}"
            : $"{line[..colon]}: {token}";
    }

    private void Swap(List<string> lines, int at)
    {
        var other = random.Next(lines.Count);
        (lines[at], lines[other]) = (lines[other], lines[at]);
    }

    private string Lines(string text, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private int Place(string text) => random.Next(text.Length + 1);

    private static string Replace(string text, int at, int count, string with) =>
        new StringBuilder(text).Remove(at, Math.Min(count, text.Length - at)).Insert(at, with).ToString();
}
