using System.CommandLine;
using Mooring.Fleet.Priorities;
using Mooring.Fleet.Reading;
using Mooring.Publishing;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Steps;

namespace Mooring.Cli;

/// <summary><c>steps</c>: plans the steps from the deployed fleet to the next one, and rehearses them.</summary>
internal static class StepsCommand
{
    private const string Description =
        "Plans the steps from a deployed fleet to the next one: what is added without traffic, what must be healthy before weights move, what is destroyed in "
        + "which order, and what a person does in between. All steps are rehearsed one after the other, with the real Terraform against a simulated AWS "
        + "account. Where a request would fail at any moment, or a step is refused, there is no plan, and the exit code is 2.";

    /// <summary>The exit code where no safe plan was found.</summary>
    private const int NoPlan = 2;

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var fleet = FleetArgument.Create();
        var from = new Option<string>("--from")
        {
            Description = "Fleet file as it is deployed now.",
            HelpName = "fleet",
            Required = true,
        };
        from.NotEmpty();
        var shift = new Option<string?>("--shift")
        {
            Description = "Moves traffic in several steps: percentages of the change of weights, ascending, such as 10,25,50. The last step is all of it.",
            HelpName = "percentages",
        };
        shift.NotEmptyWhereGiven();
        shift.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Percentages(text) is null)
            {
                result.AddError($"--shift must be whole numbers between 1 and 99, ascending and with commas between them, got '{text}'");
            }
        });
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Directory to write the steps to, as numbered folders with fleet files, stacks and commands.",
            HelpName = "directory",
        };
        output.NotEmptyWhereGiven();
        var json = new Option<bool>("--json") { Description = "Writes the plan as JSON." };
        var markdown = new Option<bool>("--markdown") { Description = "Writes the plan as Markdown, for the comment of a pull request." };
        var strict = FleetWarnings.CreateOption();
        var command = new Command("steps", Description) { fleet, from, shift, output, json, markdown, strict };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
            {
                result.AddError("--json cannot be given with --markdown");
            }
        });
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    cancellation =>
                        new StepsRun(console, arguments.GetRequiredValue(fleet), arguments.GetRequiredValue(from))
                        {
                            Percentages = arguments.GetValue(shift) is { } text ? Percentages(text)! : [],
                            Output = arguments.GetValue(output),
                            Report =
                                arguments.GetValue(json) ? StepsJson.Write
                                : arguments.GetValue(markdown) ? StepsMarkdown.Write
                                : StepsText.Write,
                        }.RunAsync(arguments.GetValue(strict), cancellation),
                    whenFaulty: "nothing was planned",
                    whenFailed: "nothing was written"
                )
        );
        return command;
    }

    /// <summary>Percentages; <see langword="null"/> where the text has something else.</summary>
    private static int[]? Percentages(string text)
    {
        var numbers = text.Split(',').Select(part => int.TryParse(part.Trim(), out var number) ? number : 0).ToArray();
        return numbers.All(number => number is >= 1 and <= 99) && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second) ? numbers : null;
    }

    /// <summary>A run of the command.</summary>
    private sealed class StepsRun(CommandConsole console, string fleetFile, string deployedFile)
    {
        public required IReadOnlyList<int> Percentages { get; init; }

        public required string? Output { get; init; }

        public required Action<StepPlan, Action<string>> Report { get; init; }

        public async Task<int> RunAsync(bool strict, CancellationToken cancellation)
        {
            var change = new RehearsedChange(fleetFile, deployedFile) { ChecksChange = false };
            var (fleet, deployed) = change.Read(new FleetWarnings(console).Options(strict), console.WriteError);
            var plan = await RehearsedSteps.PlanAsync(console, fleet, deployed, Percentages, cancellation);
            if (plan.Holds && Output is { } directory)
            {
                Write(plan, directory, change.Priorities);
            }

            Report(plan, console.WriteLine);
            return plan.Holds ? 0 : NoPlan;
        }

        private void Write(StepPlan plan, string directory, PriorityRecord priorities)
        {
            var names = new StepFolderNames(directory.Replace('\\', '/').TrimEnd('/'), fleetFile.Replace('\\', '/')) { Program = console.Program };
            var files = new StepFolders(plan, names).Files(FleetFile.ReadText(fleetFile), priorities.IsEmpty ? null : priorities.ToJson());
            OwnFiles.Write(directory, files, DiskFileSystem.Instance);
            console.WriteError($"written: {Path.Combine(directory, "README.md")}");
        }
    }
}
