using System.CommandLine;
using Mooring.Synthesis.Workers;

namespace Mooring.Cli;

/// <summary>The hidden command that the program starts itself with, to synthesize on more than one core.</summary>
internal static class WorkerCommand
{
    private const string Name = "synthesize-stacks";

    /// <summary>How a worker is started.</summary>
    public static WorkerProgram Program => WorkerProgram.Self(Name);

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var command = new Command(Name) { Hidden = true };
        command.SetAction((_, _) => CommandRun.OfAsync(console, _ => Task.FromResult(Run()), whenFaulty: "nothing was written", whenFailed: null));
        return command;
    }

    private static int Run()
    {
        StackWorker.Run();
        return 0;
    }
}
