namespace Mooring.Apply;

/// <summary>How an apply ended.</summary>
public enum ApplyResult
{
    /// <summary>The stacks are as the fleet file says, or their plans were only shown.</summary>
    Done,

    /// <summary>The user did not want a plan; the stacks before it are applied.</summary>
    Declined,
}
