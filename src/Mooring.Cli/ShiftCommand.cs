using System.CommandLine;
using Mooring.Jsii;
using Mooring.Rehearsal.Terraform;
using Mooring.Shift;

namespace Mooring.Cli;

/// <summary><c>shift</c>: moves the weights of a rule step by step on the living fleet.</summary>
internal static class ShiftCommand
{
    private const string Description =
        "Moves the weights of one forward step by step: writes them to the fleet file, synthesizes, and applies the load balancer's stack with Terraform, "
        + "where nothing else may change. After each step it asks AWS for the health of targets, and goes back to the last good weights where that is bad: "
        + "then the exit code is 2. It needs Terraform and the AWS CLI on the PATH, with credentials. Interrupted, the same command goes on.";

    /// <summary>The exit code where something is not healthy.</summary>
    private const int IsUnhealthy = 2;

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var options = new ShiftOptions();
        var command = new Command("shift", Description) { options.Action, options.Target, options.Fleet };
        options.All.ToList().ForEach(command.Add);
        command.Validators.Add(options.Validate);
        command.SetAction(
            (arguments, _) =>
            {
                ShiftRun? run = null;
                return CommandRun.OfAsync(
                    console,
                    cancellation => RunAsync(console, options.RequestOf(arguments, console), created => run = created, cancellation),
                    () => run?.Standing ?? "nothing was changed"
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(CommandConsole console, ShiftRequest request, Action<ShiftRun> onCreated, CancellationToken cancellation)
    {
        JsiiEngine.Check(JsiiEngine.Default);
        var dialog = OperatorDialogs.Of(console, cancellation);
        var run = new ShiftRun(request, TerraformProgram.OfUser("shift", new Dictionary<string, string>()), dialog, console.Time);
        onCreated(run);
        var result = await run.RunAsync(cancellation);
        console.ClearStatus();
        return result switch
        {
            ShiftResult.Done => 0,
            ShiftResult.Unhealthy => IsUnhealthy,
            _ => CommandRun.Fail(console, run.Standing),
        };
    }
}
