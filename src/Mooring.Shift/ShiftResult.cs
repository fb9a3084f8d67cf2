namespace Mooring.Shift;

/// <summary>How a shift ended.</summary>
public enum ShiftResult
{
    /// <summary>The weights are what was asked for, or were only shown.</summary>
    Done,

    /// <summary>The user did not want it; nothing was changed.</summary>
    Declined,

    /// <summary>Something is not healthy; the weights are the last good ones.</summary>
    Unhealthy,
}
