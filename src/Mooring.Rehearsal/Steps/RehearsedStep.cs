namespace Mooring.Rehearsal.Steps;

/// <summary>A step that was rehearsed.</summary>
/// <param name="Step">The step.</param>
/// <param name="Actions">What is done in it, in this order.</param>
public sealed record RehearsedStep(FleetStep Step, IReadOnlyList<StepAction> Actions)
{
    /// <summary>The fleet file of the step.</summary>
    public required string FleetFile { get; init; }

    /// <summary>The Terraform JSON of the stacks that are applied, by their names.</summary>
    public required IReadOnlyDictionary<string, string> Stacks { get; init; }
}
