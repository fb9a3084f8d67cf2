using Mooring.Apply;

namespace Mooring.Cli;

/// <summary>Dialogs of commands that change AWS.</summary>
internal static class OperatorDialogs
{
    /// <summary>The dialog on a console.</summary>
    public static OperatorDialog Of(CommandConsole console, CancellationToken cancellation) =>
        new()
        {
            WriteLine = console.WriteLine,
            WriteError = console.WriteError,
            ShowStatus = console.ShowStatus,
            ConfirmAsync = question => console.ConfirmAsync(question, cancellation),
        };
}
