using Mooring.Fleet;

namespace Mooring.Rehearsal.Steps;

/// <summary>A step from one fleet to the next: an intermediate fleet, and which of its stacks are applied.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">Its name, in the names of folders: <c>shift-25</c>.</param>
/// <param name="Title">What it does, in words.</param>
/// <param name="Fleet">The fleet file of the step.</param>
public sealed record FleetStep(StepKind Kind, string Name, string Title, FleetSpec Fleet)
{
    /// <summary>Names of the stacks that are applied.</summary>
    /// <value>Defaults to <see langword="null"/>: all whose Terraform JSON changes.</value>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Names of the stacks that are destroyed, in this order, before others are applied.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Destroy { get; init; } = [];

    /// <summary>
    /// Whether a stack is applied before those that it depends on, because something is taken away: a binding goes before its target group.
    /// </summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool IsBackward { get; init; }

    /// <summary>What a person does before.</summary>
    /// <value>Defaults to nothing.</value>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>What a person does before a stack of a cluster is applied, by the name of the stack.</summary>
    /// <value>Defaults to nothing.</value>
    public IReadOnlyDictionary<string, string> BeforeStack { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of the clusters whose controllers are restarted, after the stacks are applied.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Restart { get; init; } = [];

    /// <summary>What a person waits for, checks or does afterwards.</summary>
    /// <value>Defaults to nothing.</value>
    public IReadOnlyList<string> After { get; init; } = [];
}
