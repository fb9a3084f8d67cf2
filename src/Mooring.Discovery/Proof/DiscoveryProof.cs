using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Rehearsal;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Discovery.Proof;

/// <summary>
/// Plans a discovered fleet with real Terraform, in a simulated account that is made from what AWS answered. What is adopted must be imported, and nothing
/// else.
/// </summary>
internal static class DiscoveryProof
{
    /// <summary>Plans the stacks of what is adopted.</summary>
    /// <param name="discovered">The fleet.</param>
    /// <param name="showStatus">Called with what is done next.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TerraformException">Terraform is missing or too old, or refuses a stack.</exception>
    public static async Task<ProofResult> RunAsync(DiscoveredFleet discovered, Action<string> showStatus, CancellationToken cancellation)
    {
        await using var session = await RehearsalSession.StartAsync(discovered.Fleet, cancellation: cancellation);
        session.Account.Region = discovered.Fleet.Region;
        foreach (var answer in discovered.Adopted)
        {
            AccountOf(answer, discovered.Fleet, session).Add(answer);
        }

        var (imports, changes, tagged, repeats) = (0, new List<string>(), new List<string>(), new List<string>());
        foreach (var stack in await session.SynthesizeAsync(discovered.Fleet, name => showStatus($"synthesizing {name}")))
        {
            if (!await HasImportsAsync(stack, cancellation))
            {
                continue;
            }

            showStatus($"planning {stack.Name}");
            var plan = await PlanAsync(stack);
            imports += plan.ToImport;
            foreach (var change in plan.Changes.Select(change => new PlannedChange(change, discovered.Adopted)))
            {
                var same =
                    change.IsRepeat ? repeats
                    : change.IsFleetTags ? tagged
                    : changes;
                same.Add($"{stack.Name}: {change.Text}");
            }
        }

        return new(imports, changes, tagged, repeats);
    }

    /// <summary>The region and account that a load balancer is in, as its stack reaches them.</summary>
    private static AccountAsRead AccountOf(LoadBalancerAnswer answer, FleetSpec fleet, RehearsalSession session)
    {
        var location = fleet.LoadBalancers.Values.FirstOrDefault(balancer => balancer.Adopt == answer.Arn)?.Location;
        return new(ExistingParts.In(session.Account, FleetLocation.Of(fleet, location)), fleet);
    }

    private static async Task<Plan> PlanAsync(RehearsedStack stack)
    {
        try
        {
            await stack.ValidateAsync();
            return await stack.PlanAsync();
        }
        catch (TerraformException exception)
        {
            throw new TerraformException($"{stack.Name}: {exception.Message}");
        }
    }

    private static async Task<bool> HasImportsAsync(RehearsedStack stack, CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(stack.File, cancellation));
        return json.RootElement.TryGetProperty("import", out _);
    }
}
