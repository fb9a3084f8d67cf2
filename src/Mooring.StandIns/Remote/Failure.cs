namespace Mooring.StandIns.Remote;

/// <summary>How a call fails that was told to.</summary>
public enum Failure
{
    /// <summary>AWS answers with an error; nothing is done.</summary>
    Refused,

    /// <summary>The provider dies before it did anything.</summary>
    CrashBefore,

    /// <summary>The provider dies when it was done; Terraform does not learn of it.</summary>
    CrashAfter,
}
