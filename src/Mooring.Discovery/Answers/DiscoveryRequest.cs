namespace Mooring.Discovery.Answers;

/// <summary>What is discovered.</summary>
/// <param name="Locations">The regions and accounts. The first is the fleet's own.</param>
internal sealed record DiscoveryRequest(IReadOnlyList<LocationRequest> Locations)
{
    /// <summary>Names of the load balancers that Terraform shall own.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> LoadBalancers { get; init; } = [];

    /// <summary>Names of the clusters of the fleet.</summary>
    /// <value>Defaults to all of the VPCs.</value>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Contexts of kubectl, to read what is in clusters.</summary>
    /// <value>Defaults to none: what AWS does not know is not read.</value>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>Ids of the VPCs.</summary>
    /// <value>
    /// Defaults, in each region and account, to those of the load balancers and clusters that are named, and otherwise to the one with most load balancers.
    /// </value>
    public IReadOnlyList<string> Vpcs { get; init; } = [];

    /// <summary>ARNs of the roles that Terraform assumes, each in the account that its ARN has.</summary>
    /// <value>Defaults to none in the account of the first location, and to the role of the AWS CLI's profile in the others.</value>
    public IReadOnlyList<string> AssumedRoles { get; init; } = [];

    /// <summary>Name of the fleet.</summary>
    /// <value>Defaults to the tag <c>fleet</c> of a load balancer that is adopted, and otherwise to <c>fleet</c>.</value>
    public string? Name { get; init; }

    /// <summary>The environment.</summary>
    /// <value>Defaults to the tag <c>environment</c> of a load balancer that is adopted, and otherwise to an empty text.</value>
    public string? Environment { get; init; }

    /// <summary>How the user starts the program; the file says what wrote it.</summary>
    /// <value>Defaults to the project of the repository.</value>
    public ProgramCommand Program { get; init; } = ProgramCommand.DotnetRun;

    /// <summary>All regions and accounts in words.</summary>
    public string Everywhere => Locations.Count == 1 ? "this region and account" : string.Join(" or ", Locations.Select(location => location.Words));
}
