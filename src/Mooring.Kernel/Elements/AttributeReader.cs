using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>Makes the values that stand for attributes.</summary>
internal static class AttributeReader
{
    /// <summary>The value of an attribute.</summary>
    /// <param name="parent">What has the attribute.</param>
    /// <param name="kind">Its kind: <c>String</c>, <c>SetList</c>.</param>
    /// <param name="attribute">Its name in Terraform.</param>
    /// <param name="session">The conversation.</param>
    public static object Read(IAttributeParent parent, string kind, string attribute, KernelSession session)
    {
        var tokens = session.Tokens;
        tokens.Skip(parent.Sets);
        var token = new ReferenceToken(parent.Root, () => parent.PathOf(attribute));
        return kind switch
        {
            "String" => tokens.Text(token),
            "Number" => tokens.Number(token),
            "Boolean" => new TokenObject(token),
            "List" => tokens.List(token),
            "SetList" => tokens.List(new FunctionToken("tolist", [tokens.List(token)])),
            _ => throw new UnknownException($"attributes of the kind {kind}"),
        };
    }
}
