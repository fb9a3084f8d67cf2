using System.CommandLine;
using Mooring.Synthesis.Workers;

namespace Mooring.Cli;

/// <summary>The command that the program starts itself with, to synthesize on more than one core. It is not for people.</summary>
internal static class WorkerCommand
{
    private const string Name = "synthesize-stacks";

    /// <summary>How a worker is started.</summary>
    public static WorkerProgram Program => WorkerProgram.Self(Name);

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var command = new Command(Name) { Hidden = true };
        command.SetAction((_, _) => CommandRun.OfAsync(_ => Task.FromResult(Run()), whenFaulty: "nothing was written", whenFailed: "nothing was written"));
        return command;
    }

    private static int Run()
    {
        StackWorker.Run();
        return 0;
    }
}
