using Mooring.Kernel.Elements;

namespace Mooring.Kernel.Tokens;

/// <summary>A call of one of Terraform's functions.</summary>
internal sealed class FunctionToken(string name, IReadOnlyList<object?> arguments) : Token
{
    /// <inheritdoc/>
    public override string Expression(StackElement stack, TokenTable tokens)
    {
        var writer = new ExpressionWriter(stack, tokens);
        return $"{name}({string.Join(", ", arguments.Select(writer.Write))})";
    }
}
