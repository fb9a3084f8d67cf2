using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Synthesis;

/// <summary>Replaces tokens by expressions of Terraform.</summary>
internal sealed class ValueResolver(StackElement stack, TokenTable tokens)
{
    /// <summary>A value without tokens; a map or list may have some within.</summary>
    public object Resolve(object value) =>
        value switch
        {
            string text => Text(text),
            double number => tokens.Of(number) is { } token ? Braced(token) : number,
            ListValue list => tokens.Of(list) is { } token ? Braced(token) : list,
            TokenObject { Token: var token } => Braced(token),
            ITerraformValue whole => Whole(whole),
            Objects.KernelObject => throw new UnknownException($"an object as a value"),
            _ => value,
        };

    /// <summary>A text without tokens.</summary>
    public string Text(string text)
    {
        if (!TokenTable.HasTokens(text))
        {
            tokens.CheckLiteral(text);
            return text;
        }

        return new TemplateText(stack, tokens).Join(tokens.PartsOf(text), literal => literal);
    }

    private string Whole(ITerraformValue whole)
    {
        whole.TakeFqn(tokens);
        return Braced(whole.Token);
    }

    private string Braced(Token token) => $"${{{token.Expression(stack, tokens)}}}";
}
