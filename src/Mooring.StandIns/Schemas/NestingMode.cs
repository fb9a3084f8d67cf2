namespace Mooring.StandIns.Schemas;

/// <summary>How many nested objects there may be, and how they are told apart.</summary>
public enum NestingMode
{
    /// <summary>At most one.</summary>
    Single,

    /// <summary>Any number, in an order.</summary>
    List,

    /// <summary>Any number, told apart by what is in them.</summary>
    Set,

    /// <summary>Any number, told apart by a key.</summary>
    Map,
}
