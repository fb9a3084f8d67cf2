namespace Mooring.Page.Model;

/// <summary>What a change does with something.</summary>
public enum Mark
{
    /// <summary>Nothing.</summary>
    Unchanged,

    /// <summary>It is there only after the change.</summary>
    Added,

    /// <summary>It is there before and after, and differs.</summary>
    Changed,

    /// <summary>It is there only before the change.</summary>
    Gone,
}
