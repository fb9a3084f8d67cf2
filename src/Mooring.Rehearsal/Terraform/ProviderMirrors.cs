using System.Text.Json.Nodes;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Rehearsal.Terraform;

/// <summary>Stand-ins of providers that a fleet finds in a registry of its own: they answer there as they do in Terraform's public registry.</summary>
internal static class ProviderMirrors
{
    /// <summary>Adds the addresses of the mirrors to the value of <c>TF_REATTACH_PROVIDERS</c>.</summary>
    public static string AddTo(string reattach, IEnumerable<FleetSpec?> fleets)
    {
        var addresses = JsonNode.Parse(reattach)!.AsObject();
        foreach (var (name, provider) in fleets.OfType<FleetSpec>().SelectMany(fleet => fleet.Terraform.Providers.ByName))
        {
            addresses[ProviderAddress.Of(name, provider)] = addresses[ProviderAddress.Of(name, new())]!.DeepClone();
        }

        return addresses.ToJsonString();
    }
}
