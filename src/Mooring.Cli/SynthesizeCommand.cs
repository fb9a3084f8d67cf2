using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mooring.Synthesis;
using Mooring.Synthesis.Output;

namespace Mooring.Cli;

/// <summary>The command without a name: fleet file in, Terraform JSON out.</summary>
internal static class SynthesizeCommand
{
    /// <summary>Makes it.</summary>
    public static RootCommand Create()
    {
        var fleet = FleetArgument.Create();
        var output = new Option<string>("--output", "-o")
        {
            Description = "The output directory. The cdktf CLI sets it with the variable CDKTF_OUTDIR.",
            HelpName = "directory",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CDKTF_OUTDIR") is { Length: > 0 } directory ? directory : "cdktf.out",
        };
        var noReuse = new Option<bool>("--no-reuse") { Description = "Synthesizes every stack, also those whose input did not change." };
        var command = new RootCommand("Synthesizes the Terraform of a fleet: its load balancers, its clusters, and what binds them together.")
        {
            fleet,
            output,
            noReuse,
        };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    cancellation =>
                        Task.FromResult(
                            Synthesize(arguments.GetRequiredValue(fleet), arguments.GetRequiredValue(output), !arguments.GetValue(noReuse), cancellation)
                        ),
                    whenFaulty: "nothing was written",
                    whenFailed: "the last output is as it was"
                )
        );
        return command;
    }

    private static int Synthesize(string fleetFile, string output, bool reuse, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var progress = new SynthesisProgress();
        var options = new SynthesisOptions
        {
            Reuse = reuse,
            Workers = WorkerCommand.Program,
            OnBegin = progress.Begin,
            OnStack = progress.Show,
            OnWait = directory => Console.Error.WriteLine($"waiting for another run that writes {directory} ..."),
            Cancellation = cancellation,
        };
        var fleet = FleetSynthesis.SynthesizeFile(fleetFile, output, options);
        progress.Dispose();
        Report(fleet, output, clock);
        return 0;
    }

    private static void Report(SynthesizedFleet fleet, string output, Stopwatch clock)
    {
        var text = new StringBuilder();
        var stacks = fleet.Stacks;
        var width = stacks.Max(stack => stack.Name.Length);
        foreach (var stack in stacks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{stack.Name.PadRight(width)}  {CommandRun.Count(stack.Resources, "resource"), 12}  {stack.File}");
        }

        foreach (var stack in fleet.Left)
        {
            var folder = Path.Combine(output, StagedOutput.StacksFolder, stack);
            text.AppendLine(CultureInfo.InvariantCulture, $"{stack} is no longer in the fleet: destroy its resources from {folder}, then delete that folder");
        }

        var seconds = clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var reused = stacks.Count(stack => stack.IsReused);
        text.Append(
            CultureInfo.InvariantCulture,
            $"{CommandRun.Count(stacks.Count, "stack")} with {CommandRun.Count(stacks.Sum(stack => stack.Resources), "resource")} in {seconds} s"
        );
        Console.WriteLine(text.Append(reused == 0 ? string.Empty : $", {reused} of them unchanged"));
    }
}
