namespace Mooring.StandIns.Remote;

/// <summary>How an injected failure fails.</summary>
public enum Failure
{
    /// <summary>AWS returns an error; nothing changes.</summary>
    Refused,

    /// <summary>The time of the operation is over; Helm leaves a failed release behind.</summary>
    TimedOut,

    /// <summary>
    /// The deletion of a Helm release ends with an error because a finalizer of its resources does not end: Helm has deleted its record of the
    /// release, and the resources wait.
    /// </summary>
    HungFinalizer,

    /// <summary>The provider crashes before the change.</summary>
    CrashBefore,

    /// <summary>The provider crashes after the change, which Terraform does not see.</summary>
    CrashAfter,
}
