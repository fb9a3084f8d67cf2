namespace Mooring.Discovery.Answers;

/// <summary>What is discovered.</summary>
/// <param name="Region">The AWS region.</param>
internal sealed record DiscoveryRequest(string Region)
{
    /// <summary>Names of the load balancers that Terraform shall own.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> LoadBalancers { get; init; } = [];

    /// <summary>Names of the clusters of the fleet.</summary>
    /// <value>Defaults to all of the VPC.</value>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Contexts of kubectl, to read what is in clusters.</summary>
    /// <value>Defaults to none: what AWS does not know is not read.</value>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>Id of the VPC; a fleet has one.</summary>
    /// <value>Defaults to that of the load balancers and clusters that are named, and otherwise to the one with most load balancers.</value>
    public string? Vpc { get; init; }

    /// <summary>Name of the fleet.</summary>
    /// <value>Defaults to the tag <c>fleet</c> of a load balancer that is adopted, and otherwise to <c>fleet</c>.</value>
    public string? Name { get; init; }

    /// <summary>The environment.</summary>
    /// <value>Defaults to the tag <c>environment</c> of a load balancer that is adopted, and otherwise to an empty text.</value>
    public string? Environment { get; init; }

    /// <summary>How the user starts the program; the file says what wrote it.</summary>
    /// <value>Defaults to the project of the repository.</value>
    public ProgramCommand Program { get; init; } = ProgramCommand.DotnetRun;
}
