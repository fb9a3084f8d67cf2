using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>A resource or a data source.</summary>
internal abstract class ResourceElement : Element, IAttributeParent
{
    private readonly MetaArguments _meta;
    private readonly bool _isDataSource;
    private string? _movedFrom;
    private (string Id, ProviderElement? Provider)? _import;

    /// <summary>Creates a resource.</summary>
    /// <param name="type">The name of its class in jsii.</param>
    /// <param name="place">Where it is in the tree.</param>
    /// <param name="terraformType">Its type in Terraform.</param>
    /// <param name="isDataSource">Whether it is a data source.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="session">The conversation.</param>
    protected ResourceElement(
        string type,
        (ConstructObject Scope, string Id) place,
        string terraformType,
        bool isDataSource,
        MapValue config,
        KernelSession session
    )
        : base(type, place.Scope, place.Id, terraformType)
    {
        (_isDataSource, _meta, Config, Session) = (isDataSource, new MetaArguments(config, session), config, session);
    }

    /// <inheritdoc/>
    public override string Fqn => $"{(_isDataSource ? "data." : string.Empty)}{Kind}.{LogicalId}";

    /// <summary>Its configuration.</summary>
    protected MapValue Config { get; }

    /// <summary>The conversation that it is a part of.</summary>
    protected KernelSession Session { get; }

    /// <summary>What is in its block.</summary>
    protected abstract MapValue Attributes { get; }

    /// <inheritdoc/>
    public Element Root => this;

    /// <inheritdoc/>
    public int Sets => 0;

    /// <inheritdoc/>
    public string PathOf(string attribute) => $"{Fqn}.{attribute}";

    /// <inheritdoc/>
    public override bool Is(string name) =>
        base.Is(name)
        || name is "cdktf.ITerraformDependable" or "cdktf.ITerraformAddressable"
        || name == (_isDataSource ? "cdktf.TerraformDataSource" : "cdktf.TerraformResource")
        || name == "cdktf.ITerraformResource";

    /// <inheritdoc/>
    public override object? Invoke(string method, JsonElement arguments, KernelSession session)
    {
        var read = new Arguments(arguments, session);
        switch (method)
        {
            case "getStringAttribute" or "getNumberAttribute" or "getBooleanAttribute" or "getListAttribute":
                var attribute = read.Next<string>(TypeRule.String);
                read.End();
                return AttributeReader.Read(this, method["get".Length..^"Attribute".Length], attribute, session);
            case "importFrom" when !_isDataSource:
                _import = (read.Next<string>(TypeRule.String), read.NextOrNone<ProviderElement>(TypeRule.Named("cdktf.TerraformProvider")));
                read.End();
                return null;
            case "moveFromId" when !_isDataSource && _movedFrom is null:
                _movedFrom = read.Next<string>(TypeRule.String);
                read.End();
                return null;
            default:
                return base.Invoke(method, arguments, session);
        }
    }

    /// <inheritdoc/>
    public override void AddTo(StackDocument document)
    {
        var block = Attributes;
        _meta.AddTo(block, Session.Tokens);
        block["//"] = new MapValue([("metadata", new MapValue([("path", Path), ("uniqueId", LogicalId)]))]);
        Overrides.ApplyTo(block);
        document.AddBlock(_isDataSource ? "data" : "resource", Kind!, LogicalId, block);
        if (_movedFrom is not null)
        {
            document.AddMoved(Kind!, LogicalId, new([("from", _movedFrom), ("to", Fqn)]));
        }

        if (_import is var (id, provider))
        {
            document.AddImport(Kind!, LogicalId, new([("id", id), ("to", Fqn), ("provider", provider?.Fqn)]));
        }
    }
}
