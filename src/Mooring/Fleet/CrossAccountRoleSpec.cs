namespace Mooring.Fleet;

/// <summary>
/// Defines a role through which AWS Load Balancer Controllers in other accounts register pods in a load balancer's target
/// groups. Their bindings name it in <c>assumeRole</c>. Its name in AWS is <c>&lt;fleet&gt;-&lt;load balancer&gt;-&lt;name&gt;</c>.
/// </summary>
public sealed record CrossAccountRoleSpec
{
    /// <summary>ARNs of the roles of the controllers that may assume it.</summary>
    public required IReadOnlyList<string> Controllers { get; init; }

    /// <summary>External id that they must send, 2 to 1224 characters, against the confused deputy problem.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Names of the load balancer's <c>targetGroups</c> that they may register targets in.</summary>
    public required IReadOnlyList<string> TargetGroups { get; init; }
}
