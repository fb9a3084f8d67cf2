using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Elements;

/// <summary>The workspace of HCP Terraform that a stack uses.</summary>
internal sealed class CloudWorkspaces(string name, string? project) : KernelObject(TypeName)
{
    /// <summary>Its class in jsii.</summary>
    public const string TypeName = "cdktf.NamedCloudWorkspace";

    /// <summary>The block <c>workspaces</c>.</summary>
    public MapValue Block => new([("name", name), ("project", project)]);
}
