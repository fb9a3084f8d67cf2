using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Mooring.Fleet.Reading;
using Mooring.Stacks;

namespace Mooring.CommandLine;

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
        var command = new RootCommand("Synthesizes the Terraform of a fleet: its load balancers, its clusters, and what binds them together.") { fleet, output };
        command.SetAction((arguments, _) => CommandRun.OfAsync(
            () => Task.FromResult(Synthesize(arguments.GetRequiredValue(fleet), arguments.GetRequiredValue(output))),
            whenFaulty: "nothing was written",
            whenFailed: "the last output is as it was"));
        return command;
    }

    private static int Synthesize(string fleetFile, string output)
    {
        var clock = Stopwatch.StartNew();
        var fleet = FleetFile.Read(fleetFile);
        if (NodeRuntime.Prepare() is { } fault)
        {
            return CommandRun.Fail(fault);
        }

        Report(FleetSynthesis.Synthesize(fleet, output, ProgressLine.Show), output, clock);
        return 0;
    }

    private static void Report(SynthesizedFleet fleet, string output, Stopwatch clock)
    {
        ProgressLine.Clear();
        var stacks = fleet.Stacks;
        var width = stacks.Max(stack => stack.Name.Length);
        foreach (var stack in stacks)
        {
            Console.WriteLine($"{stack.Name.PadRight(width)}  {CommandRun.Count(stack.Resources, "resource"),12}  {stack.File}");
        }

        foreach (var stack in fleet.Left)
        {
            Console.WriteLine($"{stack} is no longer in the fleet: destroy what it made from {Path.Combine(output, StagedOutput.StacksFolder, stack)}, then delete that folder");
        }

        var seconds = clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine($"{CommandRun.Count(stacks.Count, "stack")} with {CommandRun.Count(stacks.Sum(stack => stack.Resources), "resource")} in {seconds} s");
    }
}
