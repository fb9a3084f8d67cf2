namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="NamespaceRelease"/>.</summary>
public sealed record NamespaceReleaseProps
{
    /// <summary>Names of the namespaces, at least one.</summary>
    public required IReadOnlyList<string> Namespaces { get; init; }

    /// <summary>Checks of the cluster before the release is planned, applied or destroyed.</summary>
    /// <value>Defaults to none: a cluster that cannot be read is taken for one without the release.</value>
    public ReleaseGuard? Guard { get; init; }
}
