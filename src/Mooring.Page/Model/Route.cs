namespace Mooring.Page.Model;

/// <summary>A way that requests take through the fleet. Where a load balancer answers them itself it ends at the rule.</summary>
public sealed record Route
{
    /// <summary>The parts on the way, at most one of a kind, in the order of <see cref="PartKind"/>.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>Weight of the target group in the rule's forward.</summary>
    /// <value>Defaults to none: no rule forwards to it.</value>
    public int? Weight { get; init; }

    /// <summary>Share of the rule's requests that the target group gets, 0 to 1.</summary>
    /// <value>Defaults to none: no rule forwards to it.</value>
    public double? Share { get; init; }

    /// <summary>The other clusters that have targets in the target group, and so a part of the share.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>What identifies it in all states.</summary>
    public string Key => string.Join('\n', Parts.Select(part => part.Key));

    /// <summary>The part of a kind.</summary>
    public Part? Of(PartKind kind) => Parts.FirstOrDefault(part => part.Key.Kind == kind);

    /// <summary>
    /// Share of the requests at its beginning that reaches a part, 0 to 1. Where several clusters have targets in a target group, it is taken to be
    /// divided evenly between them: the fleet file does not say how many targets each has.
    /// </summary>
    public double? ShareAt(PartKind kind) =>
        kind switch
        {
            PartKind.Request or PartKind.Rule => 1,
            PartKind.TargetGroup => Share,
            _ => Share / (SharedWith.Count + 1),
        };
}
