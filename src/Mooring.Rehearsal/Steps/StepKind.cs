namespace Mooring.Rehearsal.Steps;

/// <summary>What a step from one fleet to the next does.</summary>
public enum StepKind
{
    /// <summary>Adds what is new, without traffic.</summary>
    Expand,

    /// <summary>Gives the bindings of a cluster to another delivery.</summary>
    HandOver,

    /// <summary>Moves traffic.</summary>
    Shift,

    /// <summary>Takes away what has no traffic any more.</summary>
    Contract,
}
