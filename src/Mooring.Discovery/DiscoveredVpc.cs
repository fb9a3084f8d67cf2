using System.Text.Json;
using Mooring.Discovery.Answers;

namespace Mooring.Discovery;

/// <summary>The VPC of the fleet: a fleet has one.</summary>
internal static class DiscoveredVpc
{
    /// <summary>Chooses it.</summary>
    /// <param name="request">What is discovered.</param>
    /// <param name="balancers">The load balancers of the region.</param>
    /// <param name="clusters">The clusters of the region.</param>
    /// <returns>The one that was asked for, that of what was named, or the one with most load balancers.</returns>
    /// <exception cref="DiscoveryException">What was named is in several, or there is nothing at all.</exception>
    public static string Of(DiscoveryRequest request, IReadOnlyList<JsonElement> balancers, IReadOnlyList<ClusterAnswer> clusters)
    {
        (string Name, string? Vpc)[] all =
        [
            .. balancers.Select(balancer => (balancer.Required("LoadBalancerName"), balancer.Text("VpcId"))),
            .. clusters.Select(cluster => (cluster.Name, cluster.Vpc)),
        ];
        var named = all.Where(each => request.LoadBalancers.Concat(request.Clusters).Contains(each.Name)).ToArray();
        if (named.Select(each => each.Vpc).Append(request.Vpc).OfType<string>().Distinct().Count() > 1)
        {
            var places = named.Select(each => $"{each.Name} is in {each.Vpc}");
            throw new DiscoveryException($"a fleet has one VPC, and {string.Join(", ", places)}: discover one VPC after the other, with --vpc");
        }

        return request.Vpc
            ?? named.Select(each => each.Vpc).FirstOrDefault()
            ?? all.GroupBy(each => each.Vpc).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).FirstOrDefault()?.Key
            ?? throw new DiscoveryException("there are no Application Load Balancers and no clusters in this region and account");
    }
}
