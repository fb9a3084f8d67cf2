namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>The health of a resource.</summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/health/"/>
internal enum Health
{
    /// <summary>It works.</summary>
    Healthy,

    /// <summary>It does not work yet, or is being deleted.</summary>
    Progressing,

    /// <summary>It failed.</summary>
    Degraded,
}
