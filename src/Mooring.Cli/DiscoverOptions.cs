using System.CommandLine;
using System.CommandLine.Parsing;
using Mooring.Discovery.Answers;

namespace Mooring.Cli;

/// <summary>The options of <c>discover</c>.</summary>
internal sealed class DiscoverOptions
{
    private readonly Option<string[]> _regions = new Option<string[]>("--region")
    {
        Description = "The AWS region that is read. Can be repeated: the first is the fleet's own, the others are 'locations'.",
        HelpName = "region",
        Required = true,
    }.NoneEmpty();

    private readonly Option<string[]> _profiles = new Option<string[]>("--profile")
    {
        Description =
            "Profile of the AWS CLI. Can be repeated, for several accounts: as often as --region, each profile with its region, or beside one region, which "
            + "is read with each profile.",
        HelpName = "name",
    }.NoneEmpty();

    private readonly Option<string[]> _roles = new Option<string[]>("--assume-role")
    {
        Description =
            "ARN of the role that Terraform assumes in the account of the ARN. Without it, that of the profile's 'role_arn'; in the first account, none. Can "
            + "be repeated.",
        HelpName = "arn",
    }.NoneEmpty();

    private readonly Option<string[]> _loadBalancers = new("--load-balancer")
    {
        Description = "Name of a load balancer that Terraform shall own: it is adopted. All others are only looked up. Can be repeated.",
        HelpName = "name",
    };

    private readonly Option<string[]> _clusters = new("--cluster")
    {
        Description = "Name of a cluster of the fleet. Without it, all clusters of the VPCs are. Can be repeated.",
        HelpName = "name",
    };

    private readonly Option<string[]> _contexts = new("--context")
    {
        Description = "Context of kubectl, to read the controller, TargetGroupBindings and Argo CD's clusters of a cluster. Can be repeated.",
        HelpName = "name",
    };

    private readonly Option<string[]> _vpcs = new Option<string[]>("--vpc")
    {
        Description =
            "Id of a VPC. Without it, those of what is named are read, or in each region and account the one with most load balancers. Can be repeated.",
        HelpName = "id",
    }.NoneEmpty();

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Name of the fleet. Without it, it is the tag 'fleet' of a load balancer that is adopted, or 'fleet'.",
        HelpName = "name",
    };

    private readonly Option<string?> _environment = new("--environment")
    {
        Description = "The environment. Without it, it is the tag 'environment' of a load balancer that is adopted, or empty.",
        HelpName = "name",
    };

    private readonly Option<string> _output = new Option<string>("--output", "-o")
    {
        Description = "Fleet file to write.",
        HelpName = "file",
        DefaultValueFactory = _ => "fleet.yaml",
    }.NotEmpty();

    private readonly Option<bool> _force = new("--force") { Description = "Replaces a file that is there." };

    private readonly Option<bool> _noRehearsal = new("--no-rehearsal") { Description = "Does not plan what is adopted, as where Terraform is not installed." };

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All =>
        [_regions, _profiles, _roles, _loadBalancers, _clusters, _contexts, _vpcs, _name, _environment, _output, _force, _noRehearsal];

    /// <summary>What is discovered.</summary>
    public DiscoveryRequest RequestOf(ParseResult arguments) =>
        new([.. LocationsOf(arguments.GetRequiredValue(_regions), arguments.GetValue(_profiles) ?? []).Distinct()])
        {
            LoadBalancers = Distinct(arguments, _loadBalancers),
            Clusters = Distinct(arguments, _clusters),
            Contexts = Distinct(arguments, _contexts),
            Vpcs = Distinct(arguments, _vpcs),
            AssumedRoles = Distinct(arguments, _roles),
            Name = arguments.GetValue(_name),
            Environment = arguments.GetValue(_environment),
        };

    /// <summary>Refuses profiles of which it is not known which region each belongs to.</summary>
    public void Validate(CommandResult result)
    {
        var (regions, profiles) = (result.GetValue(_regions)?.Length ?? 0, result.GetValue(_profiles)?.Length ?? 0);
        if (regions > 1 && profiles > 1 && regions != profiles)
        {
            result.AddError($"--profile must be given once, or once for each --region, got {profiles} profiles and {regions} regions");
        }
    }

    /// <summary>The file to write.</summary>
    public string OutputOf(ParseResult arguments) => arguments.GetRequiredValue(_output);

    /// <summary>Whether a file that is there is replaced.</summary>
    public bool Replaces(ParseResult arguments) => arguments.GetValue(_force);

    /// <summary>Whether what is adopted is planned.</summary>
    public bool Rehearses(ParseResult arguments) => !arguments.GetValue(_noRehearsal);

    /// <summary>One region is read with each profile, several with one, and otherwise each with its own.</summary>
    private static IEnumerable<LocationRequest> LocationsOf(string[] regions, string[] profiles) =>
        profiles.Length == 0 ? regions.Select(region => new LocationRequest(region))
        : regions.Length == 1 ? profiles.Select(profile => new LocationRequest(regions[0], profile))
        : profiles.Length == 1 ? regions.Select(region => new LocationRequest(region, profiles[0]))
        : regions.Zip(profiles, (region, profile) => new LocationRequest(region, profile));

    private static IReadOnlyList<string> Distinct(ParseResult arguments, Option<string[]> option) =>
        [.. (arguments.GetValue(option) ?? []).Distinct(StringComparer.Ordinal)];
}
