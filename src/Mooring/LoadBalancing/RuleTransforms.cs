namespace Mooring.LoadBalancing;

/// <summary>
/// What a rule changes in a request before a target gets it. It does not change which rule a request meets. Where a rule has this record, Terraform owns its
/// transforms: without one, the rule has none.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html"/>
public sealed record RuleTransforms
{
    /// <summary>Rewrites the <c>Host</c> header.</summary>
    /// <value>Defaults to none.</value>
    public Rewrite? HostHeader { get; init; }

    /// <summary>Rewrites the path and the query of the URL.</summary>
    /// <value>Defaults to none.</value>
    public Rewrite? Url { get; init; }
}
