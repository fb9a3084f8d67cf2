using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Permissions;
using Mooring.Publishing;
using Mooring.Stacks;
using Mooring.Synthesis;

namespace Mooring.Cli;

/// <summary><c>permissions</c>: prints the IAM policy that Terraform needs for a fleet.</summary>
internal static class PermissionsCommand
{
    private const string Description =
        "Prints the IAM policy of the identity that Terraform runs as, derived from the resources of the fleet's stacks and their state in S3, as "
        + "JSON. What Terraform does in clusters is not in it: access entries allow that. Nor is the stack of the workspaces in it, which others apply.";

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var fleet = FleetArgument.Create();
        var planOnly = new Option<bool>("--plan-only") { Description = "Only what a plan needs." };
        var role = new Option<string?>("--role")
        {
            Description = "The policy of a role that Terraform assumes (assumeRole), instead of that of the credentials that it starts with.",
            HelpName = "arn",
        };
        role.NotEmptyWhereGiven();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Directory to write policy-1.json and so on to, each short enough for a managed policy, instead of printing one.",
            HelpName = "directory",
        };
        output.NotEmptyWhereGiven();
        var command = new Command("permissions", Description) { fleet, planOnly, role, output };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    console,
                    cancellation =>
                    {
                        var policies = Of(arguments.GetRequiredValue(fleet), arguments.GetValue(planOnly), cancellation);
                        Write(console, policies, arguments.GetValue(role), arguments.GetValue(output));
                        return Task.FromResult(0);
                    },
                    whenFaulty: "nothing was written",
                    whenFailed: "nothing was written"
                )
        );
        return command;
    }

    private static IReadOnlyList<IdentityPolicy> Of(string fleetFile, bool planOnly, CancellationToken cancellation)
    {
        var fleet = FleetFile.Read(fleetFile);
        OwnedDirectory.RemoveAbandoned(Path.GetTempPath(), JsiiTemporaryFiles.Prefix);
        using var directory = OwnedDirectory.Create(Path.GetTempPath(), JsiiTemporaryFiles.Prefix);
        var synthesized = FleetSynthesis.Synthesize(fleet, Path.Combine(directory.Path, "out"), new SynthesisOptions { Cancellation = cancellation });
        // Who creates the role of the runs is not that role: it could give itself any permission.
        var stacks = synthesized.Stacks.Where(stack => stack.Kind != StackKind.Workspaces);
        return RequiredPermissions.Of(stacks.Select(stack => Read(stack.File)), planOnly);
    }

    private static JsonElement Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.Clone();
    }

    private static void Write(CommandConsole console, IReadOnlyList<IdentityPolicy> policies, string? role, string? output)
    {
        var roles = policies.Select(policy => policy.Role).OfType<string>().ToArray();
        var chosen =
            policies.FirstOrDefault(policy => policy.Role == role)
            ?? throw new IOException($"--role must be a role that the fleet file assumes ({Words(roles)}), got '{role}'");
        if (output is not null)
        {
            WriteFiles(console, chosen, output);
        }
        else
        {
            Print(console, chosen);
        }

        if (role is null && roles.Length > 0)
        {
            console.WriteError($"note: Terraform assumes {Words(roles)}: '--role <arn>' prints the policy of each");
        }
    }

    private static void Print(CommandConsole console, IdentityPolicy policy)
    {
        console.WriteLine(policy.ToJson());
        if (policy.ToManagedPolicies().Count is > 1 and var count)
        {
            console.WriteError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"note: a managed policy has at most {IdentityPolicy.MaxCharacters} characters: '--output <directory>' writes {count} policies"
                )
            );
        }
    }

    private static void WriteFiles(CommandConsole console, IdentityPolicy policy, string directory)
    {
        var files = policy.ToManagedPolicies().Select((json, index) => (Name: string.Create(CultureInfo.InvariantCulture, $"policy-{index + 1}.json"), json));
        OwnFiles.Write(directory, files.ToDictionary(file => file.Name, file => $"{file.json}\n"), DiskFileSystem.Instance);
        console.WriteError($"written: {directory}");
    }

    private static string Words(string[] roles) => roles.Length == 0 ? "none" : string.Join(", ", roles);
}
