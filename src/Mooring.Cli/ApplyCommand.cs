using System.CommandLine;
using Mooring.Apply;
using Mooring.Jsii;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Cli;

/// <summary><c>apply</c>: applies stacks with Terraform, in their order.</summary>
internal static class ApplyCommand
{
    private const string Description =
        "Synthesizes the fleet and applies its stacks with Terraform, in the order that 'order' prints: plans the stacks of a wave, shows the plans, asks, "
        + "and applies them side by side. It stops at the first failure; the same command then goes on with the other stacks. It needs Terraform on the PATH, "
        + "with credentials. Stacks that the fleet no longer has are not destroyed.";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var options = new ApplyOptions();
        var command = new Command("apply", Description) { options.Stacks };
        options.All.ToList().ForEach(command.Add);
        command.SetAction(
            (arguments, _) =>
            {
                ApplyRun? run = null;
                return CommandRun.OfAsync(
                    console,
                    cancellation => RunAsync(console, options.RequestOf(arguments, console), created => run = created, cancellation),
                    () => run?.Standing ?? "nothing was applied"
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(CommandConsole console, ApplyRequest request, Action<ApplyRun> onCreated, CancellationToken cancellation)
    {
        JsiiEngine.Check(JsiiEngine.Default);
        var dialog = OperatorDialogs.Of(console, cancellation);
        var run = new ApplyRun(request, TerraformProgram.OfUser("apply", new Dictionary<string, string>()), dialog);
        onCreated(run);
        var result = await run.RunAsync(cancellation);
        console.ClearStatus();
        return result == ApplyResult.Done ? 0 : CommandRun.Fail(console, run.Standing);
    }
}
