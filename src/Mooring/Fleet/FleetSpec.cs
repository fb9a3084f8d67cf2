using System.Collections.ObjectModel;
using Mooring.Clusters;
using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines a fleet: all load balancers and clusters declared together.</summary>
public sealed record FleetSpec
{
    /// <summary>Name of the fleet, in front of the names of its load balancers and target groups.</summary>
    public required string Name { get; init; }

    /// <summary>Environment the fleet serves: a label of every registered cluster and a tag of every AWS resource.</summary>
    [MayBeEmpty]
    public required string Environment { get; init; }

    /// <summary>AWS region of everything in the fleet that names no other location.</summary>
    public required string Region { get; init; }

    /// <summary>Id of the AWS account the fleet belongs to.</summary>
    /// <value>Defaults to the account of Terraform's credentials; when given, Terraform refuses any other account.</value>
    public string? Account { get; init; }

    /// <summary>Id of the VPC that load balancers and clusters share.</summary>
    public required string Vpc { get; init; }

    /// <summary>ARN of the role that Terraform assumes; a role of <c>account</c>.</summary>
    /// <value>Defaults to none: Terraform uses its own credentials.</value>
    public string? AssumeRole { get; init; }

    /// <summary>Tags of every AWS resource, in addition to <c>environment</c> and <c>fleet</c>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Tags that say what a target group is for, to find it in AWS: of which cluster, binding and Service. Its fleet is in the tag <c>fleet</c>, which every
    /// resource has. A target group that a load balancer declares has none of them, because several bindings may use it.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<TargetGroupTag> TargetGroupTags { get; init; } = [];

    /// <summary>Settings of every IAM role, such as an organization requires.</summary>
    /// <value>Defaults to none.</value>
    public IamSpec Iam { get; init; } = new();

    /// <summary>
    /// How Terraform's kubernetes and helm providers authenticate with clusters: with the AWS CLI where Terraform runs, or with a token that
    /// Terraform reads when it plans, for runs without the CLI, such as those of HCP Terraform.
    /// </summary>
    /// <value>Defaults to <c>exec</c>.</value>
    public ClusterAuthentication ClusterAuthentication { get; init; } = ClusterAuthentication.Exec;

    /// <summary>Where Terraform stores the state of the stacks.</summary>
    /// <value>Defaults to local files next to the output directory.</value>
    public BackendSpec Backend { get; init; } = new();

    /// <summary>Further places in AWS, by name: other accounts, regions or VPCs, in which load balancers and clusters can be.</summary>
    /// <value>Defaults to none: everything is in the fleet's own account, region and VPC.</value>
    public IReadOnlyDictionary<string, LocationSpec> Locations { get; init; } = ReadOnlyDictionary<string, LocationSpec>.Empty;

    /// <summary>Which versions of Terraform and its providers may run the stacks, and where the providers are found.</summary>
    /// <value>Defaults to any Terraform, and the providers that were tested.</value>
    public TerraformSpec Terraform { get; init; } = new();

    /// <summary>The Argo CD that clusters are registered with.</summary>
    /// <value>Defaults to none: no cluster is registered, and every cluster is under <c>helm</c> delivery.</value>
    public ArgoCdSpec? ArgoCd { get; init; }

    /// <summary>The AWS Load Balancer Controller that every bound cluster runs.</summary>
    /// <value>Defaults to the controller's default version.</value>
    public ControllerSpec Controller { get; init; } = new();

    /// <summary>Warnings that are not printed, by their code, each with the reason.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> SuppressWarnings { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The Application Load Balancers, by name.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, LoadBalancerSpec> LoadBalancers { get; init; } = ReadOnlyDictionary<string, LoadBalancerSpec>.Empty;

    /// <summary>The EKS clusters, by name.</summary>
    public required IReadOnlyDictionary<string, ClusterSpec> Clusters { get; init; }
}
