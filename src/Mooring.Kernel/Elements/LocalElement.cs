using Mooring.Kernel.Objects;
using Mooring.Kernel.Synthesis;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>A local value.</summary>
internal sealed class LocalElement(ConstructObject scope, string id, object expression) : Element(TypeName, scope, id, "locals")
{
    /// <summary>Its class in jsii.</summary>
    public const string TypeName = "cdktf.TerraformLocal";

    /// <inheritdoc/>
    public override string Fqn => $"local.{LogicalId}";

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session)
    {
        var token = new ReferenceToken(this, () => Fqn);
        return property switch
        {
            "asString" => session.Tokens.Text(token),
            "asNumber" => session.Tokens.Number(token),
            "asList" => session.Tokens.List(token),
            "asBoolean" => new TokenObject(token),
            "fqn" => throw new Protocol.UnknownException("the property 'fqn' of a local value"),
            _ => base.Get(property, session),
        };
    }

    /// <inheritdoc/>
    public override void AddTo(StackDocument document)
    {
        base.AddTo(document);
        document.Section("locals")[LogicalId] = expression;
    }
}
