using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>An output of a stack.</summary>
internal sealed class OutputElement : Element
{
    /// <summary>Its class in jsii.</summary>
    public const string TypeName = "cdktf.TerraformOutput";

    private readonly MapValue _config;
    private readonly bool _isStatic;

    /// <summary>Creates an output.</summary>
    public OutputElement(ConstructObject scope, string id, MapValue config)
        : base(TypeName, scope, id, "output")
    {
        if (config.Keys.Any(key => key is not ("value" or "description" or "sensitive" or "staticId")))
        {
            throw new UnknownException("an output with conditions or dependencies");
        }

        (_config, _isStatic) = (config, config.Of("staticId") is true);
    }

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property is "friendlyUniqueId" or "fqn" ? throw new UnknownException($"the property '{property}' of an output") : base.Get(property, session);

    /// <inheritdoc/>
    public override void AddTo(StackDocument document)
    {
        var name = _isStatic ? Id : LogicalId;
        var block = new MapValue(_config.Where(each => each.Key != "staticId").Select(each => (each.Key, each.Value)));
        Overrides.ApplyTo(block);
        document.AddOutput(this, name, block);
    }
}
