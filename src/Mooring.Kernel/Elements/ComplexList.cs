using System.Globalization;
using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>A list or set of objects within a resource.</summary>
internal sealed class ComplexList : KernelObject, ITerraformValue
{
    private readonly ClassFacts _facts;
    private readonly string _attribute;
    private readonly FqnText _fqnText;

    /// <summary>Creates a list.</summary>
    public ComplexList(ClassFacts facts, IAttributeParent parent, string attribute, bool isSet)
        : base(facts.Name)
    {
        (_facts, Parent, _attribute, IsSet) = (facts, parent, attribute, isSet);
        _fqnText = new(() => Token, Sets);
    }

    /// <summary>What it is an attribute of.</summary>
    public IAttributeParent Parent { get; }

    /// <summary>Whether Terraform has a set.</summary>
    public bool IsSet { get; }

    /// <summary>How many sets are around its items.</summary>
    public int Sets => Parent.Sets + (IsSet ? 1 : 0);

    /// <summary>It in Terraform's language.</summary>
    public string Path => IsSet ? $"tolist({Parent.PathOf(_attribute)})" : Parent.PathOf(_attribute);

    /// <inheritdoc/>
    public Token Token => new ReferenceToken(Parent.Root, () => Path);

    /// <inheritdoc/>
    public void TakeFqn(TokenTable tokens) => _fqnText.Take(tokens);

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) => property == "fqn" ? _fqnText.Get(session.Tokens) : base.Get(property, session);

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
            ? ComplexObject.In(this, session.Packages.ClassOf(_facts.Item), ((int)index).ToString(CultureInfo.InvariantCulture))
            : throw new UnknownException("such an index of a list");
    }
}
