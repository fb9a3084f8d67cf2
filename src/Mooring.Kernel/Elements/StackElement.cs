using System.Text.Json;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>A stack: a configuration of Terraform with a state of its own.</summary>
internal sealed class StackElement : ConstructObject
{
    /// <summary>Its class in jsii.</summary>
    public const string TypeName = "cdktf.TerraformStack";

    /// <summary>Creates a stack.</summary>
    public StackElement(ConstructObject scope, string id)
        : base(TypeName, scope, id)
    {
        if (scope is not AppObject || id != Id || id.Any(char.IsWhiteSpace))
        {
            throw new UnknownException("a stack in a construct, or one with such a name");
        }
    }

    /// <inheritdoc/>
    public override StackElement Stack => this;

    /// <summary>What the user overrides in it.</summary>
    public Overrides Overrides { get; } = new();

    /// <summary>The elements of the stack, in the order of the tree.</summary>
    public IEnumerable<Element> Elements => All.OfType<Element>();

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
