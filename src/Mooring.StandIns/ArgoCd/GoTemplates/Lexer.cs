using System.Text.RegularExpressions;

namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>Splits a template into tokens.</summary>
/// <seealso href="https://github.com/golang/go/blob/master/src/text/template/parse/lex.go"/>
internal static partial class Lexer
{
    /// <summary>The tokens.</summary>
    /// <exception cref="GoTemplateException">A character or a string is not one of the language.</exception>
    public static List<Token> Tokens(string template)
    {
        var tokens = new List<Token>();
        var position = 0;
        var trimsLeft = false;
        while (position < template.Length)
        {
            var open = template.IndexOf("{{", position, StringComparison.Ordinal);
            var text = template[position..(open < 0 ? template.Length : open)];
            AddText(tokens, text, position, trimsLeft, trimsRight: open >= 0 && TrimsBefore(template, open));
            if (open < 0)
            {
                break;
            }

            (position, trimsLeft) = Action(template, open, tokens);
        }

        tokens.Add(new Token(TokenKind.End, string.Empty, template.Length));
        return tokens;
    }

    private static void AddText(List<Token> tokens, string text, int position, bool trimsLeft, bool trimsRight)
    {
        var left = trimsLeft ? text.TrimStart(' ', '\t', '\r', '\n') : text;
        var kept = trimsRight ? left.TrimEnd(' ', '\t', '\r', '\n') : left;
        if (kept.Length > 0)
        {
            tokens.Add(new Token(TokenKind.Text, kept, position + text.Length - left.Length));
        }
    }

    private static bool TrimsBefore(string template, int open) =>
        open + 3 < template.Length && template[open + 2] == '-' && char.IsWhiteSpace(template[open + 3]);

    /// <summary>Reads an action, and returns where it ends and whether the white space behind it is removed.</summary>
    private static (int End, bool Trims) Action(string template, int open, List<Token> tokens)
    {
        var position = open + (TrimsBefore(template, open) ? 3 : 2);
        tokens.Add(new Token(TokenKind.Open, "{{", open));
        while (true)
        {
            var match = Pattern().Match(template, position);
            if (!match.Success || match.Length == 0)
            {
                var rest = template[position..];
                throw new GoTemplateException(
                    rest.Length == 0 ? "template: :1: unclosed action"
                    : rest[0] == '"' ? "template: :1: unterminated quoted string"
                    : $"template: :1: unexpected {rest[..1]} in action"
                );
            }

            position += match.Length;
            if (match.Groups["close"].Success)
            {
                tokens.Add(new Token(TokenKind.Close, match.Value, match.Index));
                return (position, match.Value.Contains('-', StringComparison.Ordinal));
            }

            tokens.Add(new Token(KindOf(match), match.Value, match.Index));
        }
    }

    private static TokenKind KindOf(Match match) => Enum.GetValues<TokenKind>().First(kind => match.Groups[$"{kind}"].Success);

    [GeneratedRegex(
        """
            \G(?:(?<close>\s+-\}\}|\}\})|(?<Space>\s+)|(?<Field>\.[A-Za-z_]\w*)|(?<Variable>\$\w*)|(?<Word>[A-Za-z_]\w*)
            |(?<String>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<Number>-?\d+)|(?<Sign>:=|[.|(),=]))
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Pattern();
}
