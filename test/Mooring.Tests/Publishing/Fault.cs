namespace Mooring.Tests.Publishing;

/// <summary>What goes wrong with a call.</summary>
public enum Fault
{
    /// <summary>It fails, and those after it work.</summary>
    Once,

    /// <summary>It fails, and so do all after it: the process was killed in the middle of it, or the disk became read-only.</summary>
    DeathIn,

    /// <summary>It works, and all after it fail: the process was killed then.</summary>
    DeathAfter,
}
