using System.CommandLine;
using System.Text;
using Mooring.Discovery;
using Mooring.Discovery.Proof;
using Mooring.Jsii;
using Mooring.Publishing;

namespace Mooring.Cli;

/// <summary><c>discover</c>: writes a fleet file from what AWS has.</summary>
internal static class DiscoverCommand
{
    private const string Description =
        "Reads load balancers and clusters with the AWS CLI, and writes a fleet file: what is named with --load-balancer is adopted, the rest is only "
        + "looked up. Nothing is changed in AWS. Then it plans what is adopted, with the real Terraform in a simulated account that is made from what was "
        + "read: where that is more than imports, the exit code is 2. Where something that was named could not be read, it is 1.";

    /// <summary>The exit code where adopting would change something in AWS.</summary>
    private const int WouldChange = 2;

    /// <summary>The exit code where a part of something that was named could not be read.</summary>
    private const int IsIncomplete = 1;

    /// <summary>Creates the command.</summary>
    public static Command Create(CommandConsole console)
    {
        var options = new DiscoverOptions();
        var command = new Command("discover", Description);
        options.All.ToList().ForEach(command.Add);
        command.Validators.Add(options.Validate);
        command.SetAction(
            (arguments, _) =>
            {
                var standing = "nothing was written";
                return CommandRun.OfAsync(
                    console,
                    async cancellation =>
                    {
                        var file = options.OutputOf(arguments);
                        RequireFree(file, options.Replaces(arguments));
                        var request = options.RequestOf(arguments) with { Program = console.Program };
                        var discovered = await new FleetDiscovery(request, console.ShowStatus, cancellation).RunAsync();
                        ReplacedFile.Write(file, Encoding.UTF8.GetBytes(discovered.Text));
                        standing = $"{file} is written";
                        Report(console, file, discovered);
                        var changes = options.Rehearses(arguments) && await WouldChangeAsync(console, discovered, cancellation);
                        return discovered.MissesNamed ? IsIncomplete
                            : changes ? WouldChange
                            : 0;
                    },
                    () => standing
                );
            }
        );
        return command;
    }

    private static void RequireFree(string file, bool replaces)
    {
        OutputFile.RequireNoDirectory(file);
        if (!replaces && File.Exists(file))
        {
            throw new IOException($"{file} is there already: name another file with --output, or replace it with --force.");
        }
    }

    private static void Report(CommandConsole console, string file, DiscoveredFleet discovered)
    {
        var (balancers, clusters) = (discovered.Fleet.LoadBalancers, discovered.Fleet.Clusters);
        var adopted = balancers.Values.Count(balancer => balancer.Adopt is not null);
        console.WriteLine(
            $"{file}: {CommandRun.Count(adopted, "load balancer")} to adopt, {balancers.Count - adopted} to look up, "
                + CommandRun.Count(clusters.Count, "cluster")
        );
        discovered.Unsayable.ToList().ForEach(text => console.WriteError($"note: not in the file: {text}"));
        discovered.Unread.ToList().ForEach(text => console.WriteError($"note: {text}"));
    }

    private static async Task<bool> WouldChangeAsync(CommandConsole console, DiscoveredFleet discovered, CancellationToken cancellation)
    {
        if (discovered.Adopted.Count == 0)
        {
            return false;
        }

        JsiiEngine.Check(JsiiEngine.Default);
        var proof = await DiscoveryProof.RunAsync(discovered, console.ShowStatus, cancellation);
        console.ClearStatus();
        console.WriteLine($"adopting it imports {CommandRun.Count(proof.Imports, "resource")} and changes {proof.Changes.Count}");
        proof.Changes.ToList().ForEach(change => console.WriteLine($"  {change}"));
        if (proof.Tagged.Count > 0)
        {
            console.WriteLine(
                $"as expected, {CommandRun.Count(proof.Tagged.Count, "resource")} get the tags environment and fleet, which every resource of a fleet has"
            );
        }

        if (proof.Repeats.Count > 0)
        {
            console.WriteLine($"Terraform also lists {CommandRun.Count(proof.Repeats.Count, "resource")} that it writes once more as AWS has it:");
            proof.Repeats.ToList().ForEach(repeat => console.WriteLine($"  {repeat}"));
        }

        return proof.Changes.Count > 0;
    }
}
