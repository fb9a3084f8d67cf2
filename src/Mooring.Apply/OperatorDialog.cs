namespace Mooring.Apply;

/// <summary>What a command that changes AWS says to the user, and asks.</summary>
public sealed record OperatorDialog
{
    /// <summary>Writes a line of the result.</summary>
    public required Action<string> WriteLine { get; init; }

    /// <summary>Writes a line about a problem.</summary>
    public required Action<string> WriteError { get; init; }

    /// <summary>Shows what is being done.</summary>
    public required Action<string> ShowStatus { get; init; }

    /// <summary>Asks whether to go on, before a change.</summary>
    public required Func<string, Task<bool>> ConfirmAsync { get; init; }
}
