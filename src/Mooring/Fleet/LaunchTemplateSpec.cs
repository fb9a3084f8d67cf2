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
}
