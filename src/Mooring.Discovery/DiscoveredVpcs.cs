using System.Text.Json;
using Mooring.Discovery.Answers;

namespace Mooring.Discovery;

/// <summary>The VPCs of a region and account that the fleet is in: each is a location of it.</summary>
internal static class DiscoveredVpcs
{
    /// <summary>Chooses them.</summary>
    /// <param name="request">What is discovered.</param>
    /// <param name="location">The region and account.</param>
    /// <param name="balancers">Its load balancers.</param>
    /// <param name="clusters">Its clusters.</param>
    /// <returns>Those that were asked for, those of what was named, or the one with most load balancers.</returns>
    /// <exception cref="DiscoveryException">There is nothing at all.</exception>
    public static IReadOnlyList<string> Of(
        DiscoveryRequest request,
        LocationRequest location,
        IReadOnlyList<JsonElement> balancers,
        IReadOnlyList<ClusterAnswer> clusters
    )
    {
        (string Name, string? Vpc)[] all =
        [
            .. balancers.Select(balancer => (balancer.Required("LoadBalancerName"), balancer.Text("VpcId"))),
            .. clusters.Select(cluster => (cluster.Name, cluster.Vpc)),
        ];
        var named = all.Where(each => request.LoadBalancers.Concat(request.Clusters).Contains(each.Name)).Select(each => each.Vpc).OfType<string>();
        string[] chosen = [.. request.Vpcs.Where(vpc => all.Any(each => each.Vpc == vpc)).Concat(named).Distinct()];
        return chosen.Length > 0 ? chosen
            : all.Where(each => each.Vpc is not null)
                .GroupBy(each => each.Vpc!)
                .OrderByDescending(same => same.Count())
                .ThenBy(same => same.Key, StringComparer.Ordinal)
                .FirstOrDefault()
                is { } most
                ? [most.Key]
            : throw new DiscoveryException(
                $"there are no Application Load Balancers and no clusters in {(request.Locations.Count == 1 ? request.Everywhere : location.Words)}"
            );
    }

    /// <summary>Requires that each VPC that was asked for has something.</summary>
    /// <exception cref="DiscoveryException">One has not.</exception>
    public static void Require(DiscoveryRequest request, IEnumerable<LocationAnswer> read)
    {
        if (request.Vpcs.Except(read.Select(location => location.Vpc)).FirstOrDefault() is { } missing)
        {
            throw new DiscoveryException($"there are no Application Load Balancers and no clusters of {missing} in {request.Everywhere}");
        }
    }
}
