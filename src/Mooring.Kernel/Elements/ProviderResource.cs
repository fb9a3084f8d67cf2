using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>A resource or a data source of a provider.</summary>
internal sealed class ProviderResource(ClassFacts facts, (ConstructObject Scope, string Id) place, MapValue config, KernelSession session)
    : ResourceElement(facts.Name, place, facts.Type, facts.Kind == "DataSource", config, session)
{
    private readonly AttributeGetters _getters = new(facts);

    /// <inheritdoc/>
    protected override MapValue Attributes => new AttributeWriter(Session).Write(facts, Config);

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property switch
        {
            "terraformResourceType" => facts.Type,
            "node" or "friendlyUniqueId" or "fqn" => base.Get(property, session),
            _ => _getters.Get(this, property, session),
        };
}
