using System.CommandLine;
using Mooring.Jsii;
using Mooring.Synthesis;

namespace Mooring.Cli;

/// <summary>The command without a name: synthesizes the Terraform JSON of a fleet.</summary>
internal static class SynthesizeCommand
{
    private const string Description =
        "Synthesizes the Terraform JSON of a fleet: its load balancers, its clusters, their registration with Argo CD, and their bindings.";

    /// <summary>Creates the command.</summary>
    public static RootCommand Create(CommandConsole console)
    {
        var fleet = FleetArgument.CreateForSeveral();
        var output = OutputOption.Create("Directory to write.");
        var noReuse = new Option<bool>("--no-reuse") { Description = "Synthesize every stack, also those whose input did not change." };
        var engine = new Option<string?>("--engine")
        {
            Description =
                "What runs CDKTF: native, which needs no Node.js, node, or both, to compare them. "
                + $"Default: {JsiiEngine.Variable} in the environment, or native.",
            HelpName = string.Join('|', JsiiEngine.EngineWords),
        };
        engine.AcceptOnlyFromAmong([.. JsiiEngine.EngineWords]);
        var verbose = new Option<bool>("--verbose") { Description = "Also say which engine ran, and why." };
        var strict = FleetWarnings.CreateOption();
        var command = new RootCommand(Description) { fleet, output, noReuse, strict, engine, verbose };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    cancellation =>
                    {
                        var options = new SynthesisOptions { Reuse = !arguments.GetValue(noReuse), Cancellation = cancellation };
                        var warnings = new FleetWarnings(console);
                        return Task.FromResult(
                            Synthesize(
                                console,
                                arguments.GetRequiredValue(fleet),
                                arguments.GetRequiredValue(output),
                                options with
                                {
                                    Warnings = warnings.Options(arguments.GetValue(strict)),
                                    Engine = arguments.GetValue(engine) is { } word ? JsiiEngine.Of(word) : null,
                                    OnEngine = arguments.GetValue(verbose) ? console.WriteError : null,
                                },
                                warnings
                            )
                        );
                    },
                    whenFaulty: "nothing was written",
                    whenFailed: "the last output is unchanged"
                )
        );
        return command;
    }

    private static int Synthesize(CommandConsole console, IReadOnlyList<string> fleetFiles, string output, SynthesisOptions options, FleetWarnings warnings)
    {
        var started = console.Time.GetTimestamp();
        using var progress = new SynthesisProgress(console);
        var fleet = FleetSynthesis.SynthesizeFiles(
            fleetFiles,
            output,
            options with
            {
                OnBegin = progress.Begin,
                OnStack = progress.Show,
                OnWait = directory => console.WriteError($"waiting for another run that writes {directory} ..."),
            }
        );
        progress.Dispose();
        var elapsed = console.Time.GetElapsedTime(started);
        return CommandRun.Report(console, "the output is written", () => SynthesisReport.Write(console, fleet, output, elapsed, warnings));
    }
}
