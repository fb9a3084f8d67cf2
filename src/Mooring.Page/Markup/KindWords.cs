using Mooring.Page.Model;

namespace Mooring.Page.Markup;

/// <summary>What the page calls the kinds of parts.</summary>
internal static class KindWords
{
    /// <summary>One part of the kind.</summary>
    public static string Of(PartKind kind) =>
        kind switch
        {
            PartKind.Request => "host and path",
            PartKind.Rule => "rule",
            PartKind.TargetGroup => "target group",
            PartKind.Cluster => "cluster",
            _ => "Service",
        };

    /// <summary>The heading of a column of them.</summary>
    public static string Column(PartKind kind) =>
        kind switch
        {
            PartKind.Request => "Host names and paths",
            PartKind.Rule => "Listeners and rules",
            PartKind.TargetGroup => "Target groups",
            PartKind.Cluster => "Clusters",
            _ => "Services",
        };
}
