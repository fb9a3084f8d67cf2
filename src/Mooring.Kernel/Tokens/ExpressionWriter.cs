using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Tokens;

/// <summary>Writes values in Terraform's language, as the arguments of functions.</summary>
internal sealed class ExpressionWriter(StackElement stack, TokenTable tokens)
{
    /// <summary>Writes a value.</summary>
    public string Write(object? value) =>
        value switch
        {
            string text => Text(text),
            double number => tokens.Of(number) is { } token ? token.Expression(stack, tokens) : JavaScriptNumber.Text(number),
            bool flag => flag ? "true" : "false",
            ListValue list => tokens.Of(list) is { } token ? token.Expression(stack, tokens) : $"[{string.Join(", ", list.Select(Write))}]",
            MapValue map => $"{{{string.Join(", ", map.Select(entry => $"\"{Key(entry.Key)}\" = {Write(entry.Value)}"))}}}",
            _ => throw new UnknownException("an argument of this kind in a function"),
        };

    private string Text(string text)
    {
        var parts = tokens.PartsOf(text);
        if (parts is [{ Token: { } single }])
        {
            return single.Expression(stack, tokens);
        }

        Check(parts);
        return $"\"{new TemplateText(stack, tokens).Join(parts, Literal)}\"";
    }

    /// <summary>CDKTF warns of what looks like an escaped template to it: several tokens in one line, or one after a dollar sign.</summary>
    private static void Check(List<(string Text, Token? Token)> parts)
    {
        var isAfterToken = false;
        foreach (var (text, token) in parts)
        {
            if (token is null ? text.EndsWith('$') : isAfterToken)
            {
                throw new UnknownException("several references in one line of the argument of a function");
            }

            isAfterToken = token is not null || (isAfterToken && !text.Contains('\n', StringComparison.Ordinal));
        }
    }

    private static string Literal(string text) =>
        text.Contains("${", StringComparison.Ordinal) || text.Contains("%{", StringComparison.Ordinal)
            ? throw new UnknownException("a template of Terraform in the argument of a function")
            : text.Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Key(string key) =>
        TokenTable.HasTokens(key) || key.AsSpan().ContainsAny("\"\\\n$%") ? throw new UnknownException("such a key in the argument of a function") : key;
}
