using Mooring.Kernel.Elements;
using Mooring.Kernel.Objects;

namespace Mooring.Kernel.Tokens;

/// <summary>What stands for a value that Terraform knows when it is applied.</summary>
internal abstract class Token
{
    /// <summary>The expression in Terraform's language, without the braces around it.</summary>
    /// <param name="stack">The stack that it is written into.</param>
    /// <param name="tokens">The tokens.</param>
    public abstract string Expression(StackElement stack, TokenTable tokens);
}

/// <summary>Something of an element, such as <c>aws_lb.Lb.arn</c>.</summary>
/// <param name="element">The element.</param>
/// <param name="path">What of it, as the element writes it.</param>
internal sealed class ReferenceToken(Element element, Func<string> path) : Token
{
    /// <inheritdoc/>
    public override string Expression(StackElement stack, TokenTable tokens) =>
        element.Stack == stack ? path() : throw new Protocol.UnknownException("references from one stack to another");
}

/// <summary>A token as an object, for types that have no texts which could stand for it: booleans.</summary>
internal sealed class TokenObject(Token token) : KernelObject("Object")
{
    /// <summary>The token.</summary>
    public Token Token => token;

    /// <inheritdoc/>
    public override bool Is(string name) => name == "cdktf.IResolvable";
}
