using System.Text.Json.Serialization;

namespace Mooring.Fleet;

/// <summary>Where the workspaces of a fleet's stacks are from.</summary>
public enum WorkspaceSource
{
    /// <summary><c>terraform init</c> creates the workspace of a stack that has none, with the organization's defaults.</summary>
    [JsonStringEnumMemberName("init")]
    Init,

    /// <summary>The stack <c>workspaces</c> creates them, with their settings.</summary>
    [JsonStringEnumMemberName("managed")]
    Managed,

    /// <summary>
    /// The stack <c>workspaces</c> imports workspaces that <c>terraform init</c> created, one for each stack of the fleet, and then manages them. Change it to
    /// <c>managed</c> after the first apply.
    /// </summary>
    [JsonStringEnumMemberName("adopted")]
    Adopted,
}
