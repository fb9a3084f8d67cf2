namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>The time of a simulated Argo CD, which passes only when a test lets it.</summary>
internal sealed class Clock
{
    /// <summary>The time since Argo CD was installed.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => Now += time;
}
