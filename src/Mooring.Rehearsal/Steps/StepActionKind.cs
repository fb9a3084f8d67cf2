namespace Mooring.Rehearsal.Steps;

/// <summary>A kind of action in a step.</summary>
public enum StepActionKind
{
    /// <summary>A person does or checks something.</summary>
    Do,

    /// <summary>Terraform applies a stack.</summary>
    Apply,

    /// <summary>Terraform destroys a stack.</summary>
    Destroy,

    /// <summary>The directory that Argo CD installs from is written and merged.</summary>
    GitOps,
}
