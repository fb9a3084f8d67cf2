namespace Mooring.StandIns.Schemas;

/// <summary>How nested objects are grouped.</summary>
public enum NestingMode
{
    /// <summary>At most one.</summary>
    Single,

    /// <summary>A list.</summary>
    List,

    /// <summary>A set.</summary>
    Set,

    /// <summary>A map.</summary>
    Map,
}
