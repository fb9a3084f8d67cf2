using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal.Steps;

/// <summary>Something to do in a step.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The name of a stack, or what a person does, in words.</param>
public sealed record StepAction(StepActionKind Kind, string Text)
{
    /// <summary>What Terraform changes in the stack.</summary>
    /// <value>Defaults to nothing.</value>
    public Plan Plan { get; init; } = Plan.Empty;
}
