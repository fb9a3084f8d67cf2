using Mooring.Aws;
using Mooring.Discovery.Answers;
using Mooring.Discovery.Declaration;
using Mooring.Discovery.Kubernetes;
using Mooring.Fleet;

namespace Mooring.Discovery;

/// <summary>Makes a fleet file from what AWS has. Nothing is changed there.</summary>
/// <param name="request">What is discovered.</param>
/// <param name="showStatus">Called with what is read next.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class FleetDiscovery(DiscoveryRequest request, Action<string> showStatus, CancellationToken cancellation)
{
    private readonly Notes _notes = new();

    /// <summary>Discovers the fleet.</summary>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    /// <exception cref="DiscoveryException">Something that was named is not there, or there is nothing at all.</exception>
    public async Task<DiscoveredFleet> RunAsync()
    {
        await AwsCli.RequireAsync("discover reads what AWS has", cancellation);
        if (request.Contexts.Count > 0)
        {
            await Kubectl.RequireAsync(cancellation);
        }

        var locations = await ReadLocationsAsync();
        var contexts = await ReadContextsAsync([.. locations.SelectMany(location => location.Clusters)]);
        var (fleet, text) = new FleetDeclaration(request, locations, contexts, _notes).Declare();
        string[] named =
        [
            .. request.LoadBalancers.Select(LoadBalancerReader.Owner),
            .. request.Clusters.Select(ClusterReader.Owner),
            .. request.Contexts.Select(ContextReader.Owner),
        ];
        return new(fleet, text, [.. locations.SelectMany(location => location.Adopted)])
        {
            Unread = _notes.Unread,
            Unsayable = _notes.Unsayable,
            MissesNamed = named.Any(_notes.IsUnread) || IsLeftOut(fleet, locations),
        };
    }

    /// <summary>Whether something that was named is not in the fleet.</summary>
    private bool IsLeftOut(FleetSpec fleet, IReadOnlyList<LocationAnswer> locations)
    {
        var adopted = locations.SelectMany(location => location.Adopted).ToArray();
        var declared = fleet.LoadBalancers.Values.Select(balancer => balancer.Adopt).ToHashSet();
        return request.LoadBalancers.Except(adopted.Where(answer => declared.Contains(answer.Arn)).Select(answer => answer.Name)).Any()
            || adopted.Any(answer => !declared.Contains(answer.Arn))
            || request.Clusters.Except(fleet.Clusters.Keys).Any();
    }

    private async Task<IReadOnlyList<LocationAnswer>> ReadLocationsAsync()
    {
        var all = request.Locations.Select(location => new LocationDiscovery(request, location, _notes, showStatus, cancellation)).ToArray();
        foreach (var location in all)
        {
            await location.ListAsync();
        }

        DiscoveredNames.Require("load balancer", request.LoadBalancers, all.SelectMany(location => location.LoadBalancers), request.Everywhere);
        if (all.All(location => location.Clusters is not null))
        {
            DiscoveredNames.Require("cluster", request.Clusters, all.SelectMany(location => location.Clusters!), request.Everywhere);
        }

        List<LocationAnswer> read = [];
        foreach (var location in all)
        {
            read.AddRange(await location.ReadAsync());
        }

        DiscoveredVpcs.Require(request, read);
        OwningController.Refuse(read.SelectMany(location => location.Adopted));
        return read;
    }

    private async Task<IReadOnlyList<ContextAnswer>> ReadContextsAsync(IReadOnlyList<ClusterAnswer> clusters)
    {
        var reader = new ContextReader(_notes, cancellation);
        List<ContextAnswer> read = [];
        foreach (var context in request.Contexts)
        {
            showStatus($"reading the cluster of context {context}");
            if (await reader.ReadAsync(context) is { } answer)
            {
                read.Add(answer);
            }
        }

        foreach (var context in read.Where(context => !clusters.Any(context.Tells)))
        {
            _notes.AddElsewhere($"what context {context.Context} has: no cluster of this file has its API server, {context.Server}");
        }

        return read;
    }
}
