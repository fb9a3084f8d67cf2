namespace Mooring.StandIns.Remote;

/// <summary>How an injected failure fails.</summary>
public enum Failure
{
    /// <summary>AWS returns an error; nothing changes.</summary>
    Refused,

    /// <summary>The provider crashes before the change.</summary>
    CrashBefore,

    /// <summary>The provider crashes after the change, which Terraform does not see.</summary>
    CrashAfter,
}
