using System.Text.Json;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>A construct that is something in Terraform.</summary>
internal class Element : ConstructObject, ITerraformValue
{
    private readonly StackElement _stack;
    private readonly FqnText _fqnText;

    /// <summary>Creates an element.</summary>
    /// <param name="type">The name of its class in jsii.</param>
    /// <param name="scope">Its parent.</param>
    /// <param name="id">Its name among the children of its parent.</param>
    /// <param name="kind">What it is counted under among the overrides; <see langword="null"/> where it cannot be referred to.</param>
    public Element(string type, ConstructObject scope, string id, string? kind)
        : base(type, scope, id)
    {
        (_stack, Kind) = (scope.Stack, kind);
        LogicalId = UniqueId.Of(this);
        _fqnText = new(() => new ReferenceToken(this, () => Fqn), 0);
        if (id.Any(char.IsWhiteSpace))
        {
            throw new UnknownException("an element whose name has a space");
        }
    }

    /// <summary>What it is counted under among the overrides of its stack.</summary>
    public string? Kind { get; }

    /// <inheritdoc/>
    public override StackElement Stack => _stack;

    /// <summary>Its name in Terraform.</summary>
    public string LogicalId { get; }

    /// <summary>What Terraform calls it in an expression.</summary>
    public virtual string Fqn => throw new UnknownException($"the name of a {Type} in an expression");

    /// <summary>What the user overrides in it.</summary>
    public Overrides Overrides { get; } = new();

    /// <inheritdoc/>
    public override bool Is(string name) => base.Is(name) || name == "cdktf.TerraformElement";

    /// <summary>Adds it to the Terraform of its stack.</summary>
    public virtual void AddTo(StackDocument document)
    {
        if (Overrides.IsAny)
        {
            throw new UnknownException($"overrides of a {Type}");
        }
    }

    /// <inheritdoc/>
    public Token Token => new ReferenceToken(this, () => Fqn);

    /// <inheritdoc/>
    public void TakeFqn(TokenTable tokens) => _fqnText.Take(tokens);

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property switch
        {
            "friendlyUniqueId" => LogicalId,
            "fqn" when Kind is not null => _fqnText.Get(session.Tokens),
            _ => base.Get(property, session),
        };

    /// <inheritdoc/>
    public override object? Invoke(string method, JsonElement arguments, KernelSession session)
    {
        if (method != "addOverride")
        {
            return base.Invoke(method, arguments, session);
        }

        Overrides.Add(arguments, session);
        return null;
    }
}
