namespace Mooring.Clusters;

/// <summary>The EC2 launch template that a managed node group's nodes are made from, by its id or its name, one of them.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html"/>
public sealed record NodeLaunchTemplate
{
    /// <summary>Id of the launch template, such as <c>lt-0a1b2c3d4e5f60718</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? Id { get; init; }

    /// <summary>Name of the launch template.</summary>
    /// <value>Defaults to none.</value>
    public string? Name { get; init; }

    /// <summary>Version of the launch template, a number. EKS answers with a number, so that <c>$Latest</c> is a difference in each plan.</summary>
    public required string Version { get; init; }
}
