using System.CommandLine;
using Mooring.Discovery.Answers;

namespace Mooring.Cli;

/// <summary>The options of <c>discover</c>.</summary>
internal sealed class DiscoverOptions
{
    private readonly Option<string> _region = new Option<string>("--region")
    {
        Description = "The AWS region that is read.",
        HelpName = "region",
        Required = true,
    }.NotEmpty();

    private readonly Option<string?> _profile = new("--profile") { Description = "Profile of the AWS CLI.", HelpName = "name" };

    private readonly Option<string[]> _loadBalancers = new("--load-balancer")
    {
        Description = "Name of a load balancer that Terraform shall own: it is adopted. All others are only looked up. Can be repeated.",
        HelpName = "name",
    };

    private readonly Option<string[]> _clusters = new("--cluster")
    {
        Description = "Name of a cluster of the fleet. Without it, all clusters of the VPC are. Can be repeated.",
        HelpName = "name",
    };

    private readonly Option<string[]> _contexts = new("--context")
    {
        Description = "Context of kubectl, to read the controller, TargetGroupBindings and Argo CD's clusters of a cluster. Can be repeated.",
        HelpName = "name",
    };

    private readonly Option<string?> _vpc = new("--vpc")
    {
        Description = "Id of the VPC. Without it, it is that of what is named, or the one with most load balancers.",
        HelpName = "id",
    };

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
    public IReadOnlyList<Option> All => [_region, _profile, _loadBalancers, _clusters, _contexts, _vpc, _name, _environment, _output, _force, _noRehearsal];

    /// <summary>What is discovered.</summary>
    public DiscoveryRequest RequestOf(ParseResult arguments) =>
        new(arguments.GetRequiredValue(_region))
        {
            LoadBalancers = [.. (arguments.GetValue(_loadBalancers) ?? []).Distinct(StringComparer.Ordinal)],
            Clusters = [.. (arguments.GetValue(_clusters) ?? []).Distinct(StringComparer.Ordinal)],
            Contexts = [.. (arguments.GetValue(_contexts) ?? []).Distinct(StringComparer.Ordinal)],
            Vpc = arguments.GetValue(_vpc),
            Name = arguments.GetValue(_name),
            Environment = arguments.GetValue(_environment),
        };

    /// <summary>The profile of the AWS CLI.</summary>
    public string? ProfileOf(ParseResult arguments) => arguments.GetValue(_profile);

    /// <summary>The file to write.</summary>
    public string OutputOf(ParseResult arguments) => arguments.GetRequiredValue(_output);

    /// <summary>Whether a file that is there is replaced.</summary>
    public bool Replaces(ParseResult arguments) => arguments.GetValue(_force);

    /// <summary>Whether what is adopted is planned.</summary>
    public bool Rehearses(ParseResult arguments) => !arguments.GetValue(_noRehearsal);
}
