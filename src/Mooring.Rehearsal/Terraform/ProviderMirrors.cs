using System.Text.Json.Nodes;
using Mooring.Fleet;

namespace Mooring.Rehearsal.Terraform;

/// <summary>Stand-ins of providers that a fleet finds in a registry of its own: they answer there as they do in Terraform's public registry.</summary>
internal static class ProviderMirrors
{
    private const string PublicRegistry = "registry.terraform.io";

    /// <summary>Adds the addresses of the mirrors to the value of <c>TF_REATTACH_PROVIDERS</c>.</summary>
    public static string AddTo(string reattach, IEnumerable<FleetSpec?> fleets)
    {
        var addresses = JsonNode.Parse(reattach)!.AsObject();
        foreach (var (name, source) in fleets.OfType<FleetSpec>().SelectMany(SourcesOf))
        {
            addresses[AddressOf(source)] = addresses[$"{PublicRegistry}/hashicorp/{name}"]!.DeepClone();
        }

        return addresses.ToJsonString();
    }

    private static IEnumerable<(string Name, string Source)> SourcesOf(FleetSpec fleet)
    {
        var providers = fleet.Terraform.Providers;
        (string Name, string? Source)[] sources = [("aws", providers.Aws.Source), ("kubernetes", providers.Kubernetes.Source), ("helm", providers.Helm.Source)];
        return sources.Where(each => each.Source is not null).Select(each => (each.Name, each.Source!));
    }

    private static string AddressOf(string source) => source.Count(character => character == '/') == 1 ? $"{PublicRegistry}/{source}" : source;
}
