using System.CommandLine;

namespace Mooring.Cli;

/// <summary>The commands of the program.</summary>
public static class MooringCli
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>The exit code: 0, 1 when something went wrong, 130 when the user stopped it.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var root = SynthesizeCommand.Create();
        root.Add(GitOpsCommand.Create());
        root.Add(RehearseCommand.Create());
        root.Add(WorkerCommand.Create());
        // Commands listen to signals themselves, before they begin.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
