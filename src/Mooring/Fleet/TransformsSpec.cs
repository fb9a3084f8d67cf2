namespace Mooring.Fleet;

/// <summary>
/// Defines what a rule changes in a request before a target gets it. It does not change which rule a request meets. Where a rule has this mapping, even an
/// empty one, Terraform owns its transforms: what is left out is not rewritten.
/// </summary>
public sealed record TransformsSpec
{
    /// <summary>Rewrites the <c>Host</c> header.</summary>
    /// <value>Defaults to none.</value>
    public RewriteSpec? HostHeader { get; init; }

    /// <summary>Rewrites the path and the query of the URL.</summary>
    /// <value>Defaults to none.</value>
    public RewriteSpec? Url { get; init; }
}
