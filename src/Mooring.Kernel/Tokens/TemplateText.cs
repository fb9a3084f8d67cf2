using System.Text;
using Mooring.Kernel.Elements;

namespace Mooring.Kernel.Tokens;

/// <summary>Texts with expressions in them: templates, as Terraform calls them.</summary>
internal sealed class TemplateText(StackElement stack, TokenTable tokens)
{
    private const string Open = "${";

    /// <summary>
    /// Joins parts to a text. A token gets braces, <c>${aws_lb.Lb.arn}</c>, unless it is within braces that the user wrote: <c>${length(aws_lb.Lb.arn)}</c>.
    /// </summary>
    public string Join(IEnumerable<(string Text, Token? Token)> parts, Func<string, string> literal)
    {
        var text = new StringBuilder();
        foreach (var (part, token) in parts)
        {
            if (token is null)
            {
                text.Append(literal(part));
                continue;
            }

            var expression = token.Expression(stack, tokens);
            _ = IsWithinBraces(text.ToString()) ? text.Append(expression) : text.Append(Open).Append(expression).Append('}');
        }

        return text.ToString();
    }

    private static bool IsWithinBraces(string before) => before.LastIndexOf(Open, StringComparison.Ordinal) > before.LastIndexOf('}');
}
