using System.Globalization;
using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>A list or set of objects within a resource.</summary>
internal sealed class ComplexList(ClassFacts facts, IAttributeParent parent, string attribute, bool isSet) : KernelObject(facts.Name), ITerraformValue
{
    private string? _fqnText;

    /// <summary>What it is an attribute of.</summary>
    public IAttributeParent Parent => parent;

    /// <summary>Whether Terraform has a set.</summary>
    public bool IsSet => isSet;

    /// <inheritdoc/>
    public int Sets => parent.Sets + (isSet ? 1 : 0);

    /// <summary>It in Terraform's language.</summary>
    public string Path => isSet ? $"tolist({parent.PathOf(attribute)})" : parent.PathOf(attribute);

    /// <inheritdoc/>
    public Token Token => new ReferenceToken(parent.Root, () => Path);

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property == "fqn" ? _fqnText ??= (string)ComplexObject.FqnOf(this, session) : base.Get(property, session);

    /// <inheritdoc/>
    public override object? Invoke(string method, JsonElement arguments, KernelSession session)
    {
        if (method != "get")
        {
            return base.Invoke(method, arguments, session);
        }

        var read = new Arguments(arguments, session);
        var index = read.Next<double>(TypeRule.Number);
        read.End();
        return index >= 0 && index == (int)index
            ? ComplexObject.In(this, session.Packages.ClassOf(facts.Item), ((int)index).ToString(CultureInfo.InvariantCulture))
            : throw new UnknownException("such an index of a list");
    }
}
