using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>A block or an object within a resource, to refer to what is in it.</summary>
internal sealed class ComplexObject : KernelObject, IAttributeParent, ITerraformValue
{
    private readonly Func<string> _path;
    private readonly AttributeGetters _getters;
    private readonly FqnText _fqnText;

    private ComplexObject(ClassFacts facts, IAttributeParent parent, int sets, Func<string> path)
        : base(facts.Name)
    {
        (Root, Sets, _path, _getters) = (parent.Root, sets, path, new(facts));
        _fqnText = new(() => Token, sets);
    }

    /// <inheritdoc/>
    public Element Root { get; }

    /// <inheritdoc/>
    public int Sets { get; }

    /// <inheritdoc/>
    public Token Token => new ReferenceToken(Root, _path);

    /// <summary>The only object that an attribute has.</summary>
    public static ComplexObject Of(ClassFacts facts, IAttributeParent parent, string attribute) =>
        facts.Place switch
        {
            "first" => new(facts, parent, parent.Sets, () => $"{parent.PathOf(attribute)}[0]"),
            "single" => new(facts, parent, parent.Sets, () => parent.PathOf(attribute)),
            var place => throw new UnknownException($"an object that is '{place}' of an attribute"),
        };

    /// <summary>An object of a list.</summary>
    public static ComplexObject In(ComplexList list, ClassFacts facts, string index) =>
        facts.Place == "item"
            ? new(facts, list.Parent, list.Sets, () => list.IsSet ? $"{list.Path}.{index}" : $"{list.Path}[{index}]")
            : throw new UnknownException($"an object that is '{facts.Place}' of a list");

    /// <inheritdoc/>
    public string PathOf(string attribute) => $"{_path()}.{attribute}";

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property == "fqn" ? _fqnText.Get(session.Tokens) : _getters.Get(this, property, session);

    /// <inheritdoc/>
    public void TakeFqn(TokenTable tokens) => _fqnText.Take(tokens);
}
