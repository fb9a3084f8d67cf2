namespace Mooring.Rehearsal.Failures;

/// <summary>What Terraform does with a stack of Helm releases when a failure is injected.</summary>
public enum FailureMoment
{
    /// <summary>It installs the releases for the first time.</summary>
    FirstInstallation,

    /// <summary>It plans and destroys a stack that is deployed.</summary>
    Deployed,

    /// <summary>It destroys a stack that is deployed.</summary>
    Destruction,
}
