using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>The configuration of a provider.</summary>
internal sealed class ProviderElement : Element
{
    private readonly ClassFacts _facts;
    private readonly MapValue _config;
    private readonly KernelSession _session;

    /// <summary>Creates a provider.</summary>
    public ProviderElement(ClassFacts facts, (ConstructObject Scope, string Id) place, MapValue config, KernelSession session)
        : base(facts.Name, place.Scope, place.Id, facts.Type)
    {
        (_facts, _config, _session) = (facts, config, session);
        if (config.Of("alias") is string alias && TokenTable.HasTokens(alias))
        {
            throw new UnknownException("such an alias of a provider");
        }
    }

    /// <inheritdoc/>
    public override string Fqn => _config.Of("alias") is string { Length: > 0 } alias ? $"{_facts.Type}.{alias}" : _facts.Type;

    /// <inheritdoc/>
    public override bool Is(string name) => base.Is(name) || name == "cdktf.TerraformProvider";

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property switch
        {
            "terraformResourceType" => _facts.Type,
            "fqn" => Fqn,
            _ => base.Get(property, session),
        };

    /// <inheritdoc/>
    public override void AddTo(StackDocument document)
    {
        var block = new AttributeWriter(_session).Write(_facts, _config);
        SnakeCase.Check(block);
        Overrides.ApplyTo(block);
        document.AddProvider(_facts.Type, block, new([("source", _facts.Source), ("version", _facts.ProviderVersion)]));
    }
}
