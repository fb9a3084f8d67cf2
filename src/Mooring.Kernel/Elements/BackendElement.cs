using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>Where a stack keeps its state: a <c>backend</c> or <c>cloud</c> block.</summary>
internal sealed class BackendElement : Element
{
    private readonly string _name;
    private readonly MapValue _config;

    /// <summary>Creates a backend.</summary>
    /// <param name="type">The name of its class in jsii.</param>
    /// <param name="stack">Its parent.</param>
    /// <param name="name">What Terraform calls it: <c>s3</c>.</param>
    /// <param name="config">Its configuration.</param>
    public BackendElement(string type, ConstructObject stack, string name, MapValue config)
        : base(type, stack as StackElement ?? throw new UnknownException("a backend outside of a stack"), "backend", "backend")
    {
        if (config.Values.Any(value => value is MapValue))
        {
            throw new UnknownException($"such a configuration of the backend {name}");
        }

        (_name, _config) = (name, config);
    }

    /// <summary>HCP Terraform itself, or Terraform Enterprise on a host of its own.</summary>
    private string CloudKind => _config.Of("hostname") is null or "app.terraform.io" ? "tfc" : "tfe";

    /// <inheritdoc/>
    public override bool Is(string name) => base.Is(name) || name == "cdktf.TerraformBackend";

    /// <inheritdoc/>
    public override void AddTo(StackDocument document)
    {
        var isCloud = _name == "cloud";
        var block = new MapValue(_config.Select(each => (SnakeCase.Of(each.Key), each.Value is CloudWorkspaces workspaces ? workspaces.Block : each.Value)));
        Overrides.ApplyTo(block);
        document.SetBackend(_name, block, isCloud ? CloudKind : null);
    }
}
