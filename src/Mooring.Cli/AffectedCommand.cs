using System.CommandLine;
using Mooring.Fleet.Faults;
using Mooring.Synthesis;

namespace Mooring.Cli;

/// <summary><c>affected</c>: prints which stacks a change of the fleet touches.</summary>
internal static class AffectedCommand
{
    private const string Description =
        "Prints the stacks that a change touches, a name a line, in the order in which they are applied: those whose Terraform differs from the last output, "
        + "or from that of the fleet in --from. It writes nothing. Stacks that the fleet no longer has are printed with --removed.";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var fleet = FleetArgument.CreateForSeveral();
        var from = new Option<string?>("--from")
        {
            Description = "Fleet file as it is deployed now, to compare with instead of the output.",
            HelpName = "fleet",
        };
        from.NotEmptyWhereGiven();
        var output = OutputOption.Create("Directory of the last output.");
        var removed = new Option<bool>("--removed")
        {
            Description = "Print the stacks that the fleet no longer has instead, in the order in which they are destroyed.",
        };
        var before = new Option<bool>("--removed-before")
        {
            Description = "Print only those of them that are destroyed before the others are applied: they look up what the others may no longer have.",
        };
        var after = new Option<bool>("--removed-after")
        {
            Description = "Print only those of them that are destroyed after the others are applied: stacks that stay need them until then.",
        };
        var json = new Option<bool>("--json") { Description = "Writes all of them as JSON, with what changes." };
        var strict = FleetWarnings.CreateOption();
        var command = new Command("affected", Description) { fleet, from, output, removed, before, after, json, strict };
        command.Validators.Add(result =>
        {
            if (new[] { json, removed, before, after }.Where(result.GetValue).Select(option => option.Name).ToArray() is [var one, var other, ..])
            {
                result.AddError($"{one} cannot be given with {other}: each prints other stacks, and --json all of them");
            }

            if (result.GetValue(from) is not null && result.GetRequiredValue(fleet).Length > 1)
            {
                result.AddError("--from cannot be given with several fleets: it is one fleet as it was before");
            }
        });
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    _ =>
                    {
                        var warnings = new FleetWarnings(console).Options(arguments.GetValue(strict));
                        var stacks = arguments.GetValue(from) is { } deployed
                            ? Between(console, arguments.GetRequiredValue(fleet)[0], deployed, warnings)
                            : AffectedStacks.SinceOutput(arguments.GetRequiredValue(output), arguments.GetRequiredValue(fleet), warnings);
                        if (arguments.GetValue(json))
                        {
                            console.WriteJson(new { Stacks = stacks.Select(Json) });
                        }
                        else if (arguments.GetValue(removed))
                        {
                            WriteNames(console, stacks.Where(IsRemoved));
                        }
                        else if (arguments.GetValue(before) || arguments.GetValue(after))
                        {
                            WriteNames(console, stacks.Where(stack => IsRemoved(stack) && stack.IsDestroyedLast == arguments.GetValue(after)));
                        }
                        else
                        {
                            WriteAffected(console, stacks);
                        }

                        return Task.FromResult(0);
                    },
                    whenFaulty: "nothing was compared",
                    whenFailed: "nothing was compared"
                )
        );
        return command;
    }

    private static IReadOnlyList<AffectedStack> Between(CommandConsole console, string fleetFile, string deployedFile, WarningOptions warnings)
    {
        var (fleet, deployed) = new RehearsedChange(fleetFile, deployedFile) { ChecksChange = false }.Read(warnings, console.WriteError);
        return AffectedStacks.Between(deployed, fleet);
    }

    private static void WriteAffected(CommandConsole console, IReadOnlyList<AffectedStack> stacks)
    {
        WriteNames(console, stacks.Where(stack => !IsRemoved(stack)));
        if (stacks.Where(IsRemoved).Select(stack => stack.Name).ToArray() is { Length: > 0 } gone)
        {
            console.WriteError($"note: the fleet no longer has {string.Join(", ", gone)}: 'affected --removed' prints what is to be destroyed");
        }
    }

    private static void WriteNames(CommandConsole console, IEnumerable<AffectedStack> stacks)
    {
        foreach (var stack in stacks)
        {
            console.WriteLine(stack.Name);
        }
    }

    private static bool IsRemoved(AffectedStack stack) => stack.Change == StackChange.Removed;

    private static object Json(AffectedStack stack) =>
        new
        {
            stack.Name,
            Change = stack.Change.ToString(),
            Kind = stack.Kind.Name,
            stack.Subject,
            stack.Dependencies,
        };
}
