using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>Parses a template. A construct that the interpreter does not know is an error, also where Go knows it.</summary>
/// <seealso href="https://github.com/golang/go/blob/master/src/text/template/parse/parse.go"/>
internal sealed class Parser
{
    private static readonly string[] s_branches = ["if", "with", "range"];
    private static readonly string[] s_unknown = ["block", "define", "template", "break", "continue"];

    private readonly List<Token> _tokens;
    private int _next;

    private Parser(string template) => _tokens = Lexer.Tokens(template);

    private Token Next => _tokens[_next];

    /// <summary>The nodes of a template.</summary>
    /// <exception cref="GoTemplateException">The template has an error.</exception>
    public static IReadOnlyList<Node> Parse(string template)
    {
        var parser = new Parser(template);
        var nodes = parser.List(out var end);
        return end.Length == 0 ? nodes : throw new GoTemplateException($"template: :1: unexpected {{{{{end}}}}}");
    }

    /// <summary>Reads until an <c>end</c> or <c>else</c> of which it does not know the beginning, or until the end of the template.</summary>
    private List<Node> List(out string end)
    {
        var nodes = new List<Node>();
        while (true)
        {
            var token = Take();
            switch (token.Kind)
            {
                case TokenKind.End:
                    end = string.Empty;
                    return nodes;
                case TokenKind.Text:
                    nodes.Add(new TextNode(token.Position, token.Text));
                    break;
                default:
                    SkipSpace();
                    if (Next is { Kind: TokenKind.Word, Text: "end" or "else" })
                    {
                        end = Take().Text;
                        return nodes;
                    }

                    nodes.Add(Action());
                    break;
            }
        }
    }

    private Node Action()
    {
        if (Next.Kind == TokenKind.Word && s_unknown.Contains(Next.Text))
        {
            throw new NotSupportedException($"the stand-in of Go's templates does not know '{Next.Text}': add it to src/Mooring.StandIns/ArgoCd/GoTemplates");
        }

        if (Next.Kind == TokenKind.Word && s_branches.Contains(Next.Text))
        {
            return Branch();
        }

        var position = Next.Position;
        var pipeline = Pipeline();
        Expect(TokenKind.Close);
        return new ActionNode(position, pipeline);
    }

    private BranchNode Branch()
    {
        var keyword = Take();
        SkipSpace();
        var pipeline = Pipeline();
        Expect(TokenKind.Close);
        var body = List(out var end);
        List<Node> otherwise = [];
        if (end == "else")
        {
            SkipSpace();
            if (Next is { Kind: TokenKind.Word, Text: "if" })
            {
                // {{else if}} is an {{if}} in the {{else}}, and both have one {{end}}.
                return new BranchNode(keyword.Position, keyword.Text, pipeline, body, [Branch()]);
            }

            Expect(TokenKind.Close);
            otherwise = List(out end);
        }

        if (end != "end")
        {
            throw new GoTemplateException(end.Length == 0 ? "template: :1: unexpected EOF" : $"template: :1: unexpected {{{{{end}}}}}");
        }

        SkipSpace();
        Expect(TokenKind.Close);
        return new BranchNode(keyword.Position, keyword.Text, pipeline, body, otherwise);
    }

    private PipelineNode Pipeline()
    {
        var position = Next.Position;
        var variables = Variables(out var isAssignment);
        var commands = new List<CommandNode> { Command() };
        while (Next is { Kind: TokenKind.Sign, Text: "|" })
        {
            Take();
            SkipSpace();
            commands.Add(Command());
        }

        return new PipelineNode(position, variables, isAssignment, commands);
    }

    /// <summary>The variables before <c>:=</c> or <c>=</c>, where there are any.</summary>
    private List<string> Variables(out bool isAssignment)
    {
        var start = _next;
        var variables = new List<string>();
        while (Next.Kind == TokenKind.Variable)
        {
            variables.Add(Take().Text);
            SkipSpace();
            if (Next is not { Kind: TokenKind.Sign, Text: "," })
            {
                break;
            }

            Take();
            SkipSpace();
        }

        isAssignment = Next.Text == "=";
        if (variables.Count > 0 && Next is { Kind: TokenKind.Sign, Text: "=" or ":=" })
        {
            Take();
            SkipSpace();
            return variables;
        }

        _next = start;
        return [];
    }

    private CommandNode Command()
    {
        var position = Next.Position;
        var operands = new List<Node>();
        while (Operand() is { } operand)
        {
            operands.Add(operand);
            if (Next.Kind != TokenKind.Space)
            {
                break;
            }

            SkipSpace();
        }

        return operands.Count > 0 ? new CommandNode(position, operands) : throw Unexpected();
    }

    private Node? Operand()
    {
        var token = Next;
        switch (token.Kind)
        {
            case TokenKind.Field:
                return Path(null);
            case TokenKind.Variable:
                Take();
                return Path(token.Text, token.Position);
            case TokenKind.String:
            case TokenKind.Number:
            case TokenKind.Word:
                Take();
                return Word(token);
            case TokenKind.Sign when token.Text == ".":
                Take();
                return new PathNode(token.Position, null, []);
            case TokenKind.Sign when token.Text == "(":
                Take();
                SkipSpace();
                var pipeline = Pipeline();
                return Take().Text == ")" ? pipeline : throw Unexpected();
            default:
                return null;
        }
    }

    /// <summary>Fields. Where there are several, Go takes the position of the second.</summary>
    private PathNode Path(string? variable, int position = -1)
    {
        var fields = new List<Token>();
        while (Next.Kind == TokenKind.Field)
        {
            fields.Add(Take());
        }

        var first = variable is null ? fields.ElementAtOrDefault(1) ?? fields[0] : fields.FirstOrDefault();
        return new PathNode(first?.Position ?? position, variable, [.. fields.Select(field => field.Text[1..])]);
    }

    private static Node Word(Token token) =>
        token switch
        {
            { Kind: TokenKind.String } => new LiteralNode(token.Position, Unquote(token.Text), token.Text),
            { Kind: TokenKind.Number } => new LiteralNode(token.Position, long.Parse(token.Text, CultureInfo.InvariantCulture), token.Text),
            { Text: "true" or "false" } => new LiteralNode(token.Position, token.Text == "true", token.Text),
            { Text: "nil" } => new LiteralNode(token.Position, null, token.Text),
            _ => new FunctionNode(token.Position, Functions.Require(token.Text)),
        };

    private static string Unquote(string text) =>
        text[0] == '`'
            ? text[1..^1]
            : Regex.Replace(
                text[1..^1],
                @"\\(.)",
                escape =>
                    escape.Groups[1].Value switch
                    {
                        "n" => "\n",
                        "t" => "\t",
                        "\"" or "\\" => escape.Groups[1].Value,
                        var other => throw new NotSupportedException($"the stand-in of Go's templates does not know the escape '\\{other}'"),
                    }
            );

    private Token Take() => _tokens[_next++];

    private void SkipSpace()
    {
        if (Next.Kind == TokenKind.Space)
        {
            _next++;
        }
    }

    private void Expect(TokenKind kind)
    {
        if (Next.Kind != kind)
        {
            throw Unexpected();
        }

        _next++;
    }

    private GoTemplateException Unexpected() => new($"template: :1: unexpected '{Next.Text}'");
}
