using System.CommandLine;
using System.Globalization;
using Mooring.Fleet.Reading;
using Mooring.Stacks;

namespace Mooring.Cli;

/// <summary><c>order</c>: prints the order in which the stacks of a fleet are applied.</summary>
internal static class OrderCommand
{
    private const string Description =
        "Prints the order in which stacks are applied, a line each: the number of the wave, a tab, and the stack. Stacks of a wave do not depend on one "
        + "another. Nothing is synthesized. Destroy in the reverse order.";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var fleet = FleetArgument.Create();
        var json = new Option<bool>("--json") { Description = "Prints JSON: of each stack the wave, the name, and the stacks that it depends on." };
        var command = new Command("order", Description) { fleet, json };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    _ => Task.FromResult(Write(console, arguments.GetRequiredValue(fleet), arguments.GetValue(json))),
                    whenFaulty: "nothing was printed",
                    whenFailed: null
                )
        );
        return command;
    }

    private static int Write(CommandConsole console, string fleetFile, bool asJson)
    {
        var plan = FleetLayout.Plan(FleetFile.Read(fleetFile));
        var stacks = StackOrder
            .Waves(plan, stack => stack.Name, stack => stack.Dependencies)
            .SelectMany((wave, index) => wave.Select(stack => (Wave: index + 1, Stack: stack)))
            .ToArray();
        if (asJson)
        {
            var all = stacks.Select(each => new OrderedStack(each.Wave, each.Stack.Name, each.Stack.Dependencies));
            console.WriteJson(all);
            return 0;
        }

        foreach (var (wave, stack) in stacks)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wave}\t{stack.Name}"));
        }

        return 0;
    }

    private sealed record OrderedStack(int Wave, string Stack, IReadOnlyList<string> Dependencies);
}
