namespace Mooring.Permissions;

/// <summary>Actions of AWS that the provider calls for a resource, and what it calls them on.</summary>
internal sealed record Grant
{
    /// <summary>What Terraform does: <c>create</c>, <c>read</c>, <c>update</c>, <c>delete</c>. A plan reads.</summary>
    public required IReadOnlyList<string> For { get; init; }

    /// <summary>An attribute or a block that the resource must have for it, at any depth.</summary>
    /// <value>Defaults to none: the grant is for every resource of the type.</value>
    public string? Where { get; init; }

    /// <summary>The actions: <c>elasticloadbalancing:CreateRule</c>.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>ARNs, with attributes of the resource in braces; see <see cref="ArnTemplate"/>.</summary>
    /// <value>Defaults to everything: AWS knows no resources for these actions.</value>
    public IReadOnlyList<string> On { get; init; } = ["*"];

    /// <summary>Whether Terraform calls the actions when it does something with a resource.</summary>
    /// <param name="operation">What Terraform does.</param>
    /// <param name="resource">The resource.</param>
    public bool AppliesTo(string operation, StackResource resource) => For.Contains(operation) && (Where is null || resource.Has(Where));
}
