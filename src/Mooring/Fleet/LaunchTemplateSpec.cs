namespace Mooring.Fleet;

/// <summary>Defines the EC2 launch template of nodes, by its id or its name.</summary>
public sealed record LaunchTemplateSpec
{
    /// <summary>Id of the launch template, such as <c>lt-0a1b2c3d4e5f60718</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? Id { get; init; }

    /// <summary>Name of the launch template.</summary>
    /// <value>Defaults to none.</value>
    public string? Name { get; init; }

    /// <summary>Version of the launch template, a number.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Whether it names an AMI of its own. EKS then refuses a version of Kubernetes: the nodes follow the cluster's when the AMI of a new
    /// <see cref="Version"/> does.
    /// </summary>
    /// <value>Defaults to <c>false</c>: EKS chooses the AMI for the cluster's version.</value>
    public bool CustomAmi { get; init; }
}
