using System.Text.Json;
using Mooring.Aws;
using Mooring.Discovery.Answers;
using Mooring.Discovery.Declaration;
using Mooring.Discovery.Kubernetes;

namespace Mooring.Discovery;

/// <summary>Makes a fleet file from what AWS has. Nothing is changed there.</summary>
/// <param name="request">What is discovered.</param>
/// <param name="aws">The AWS CLI.</param>
/// <param name="showStatus">Called with what is read next.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class FleetDiscovery(DiscoveryRequest request, AwsCli aws, Action<string> showStatus, CancellationToken cancellation)
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

        var questions = new Questions(aws, _notes, cancellation);
        var (balancers, clusters) = (new LoadBalancerReader(questions), new ClusterReader(questions));
        showStatus("reading load balancers");
        var all = (await balancers.AllAsync()).Where(IsApplicationLoadBalancer).ToArray();
        DiscoveredNames.Require("load balancer", request.LoadBalancers, all.Select(NameOf));
        showStatus("reading clusters");
        var allClusters = await clusters.AllAsync(request.Clusters);
        var vpc = DiscoveredVpc.Of(request, all, allClusters);
        var here = all.Where(balancer => balancer.Text("VpcId") == vpc).ToArray();
        var adopted = await ReadEachAsync(here.Where(IsNamed), balancers.ReadAsync);
        var existing = await ReadEachAsync(here.Where(balancer => !IsNamed(balancer)), balancers.LookUpAsync);
        var fleetClusters = allClusters.Where(cluster => cluster.Vpc == vpc).ToArray();
        NoteElsewhere("load balancer", all.Except(here).Select(NameOf), vpc);
        NoteElsewhere("cluster", allClusters.Except(fleetClusters).Select(cluster => cluster.Name), vpc);
        var contexts = await ReadContextsAsync(fleetClusters);
        var declaration = new FleetDeclaration(request, vpc, _notes)
        {
            Contexts = contexts,
            Adopted = adopted,
            Existing = existing,
            Clusters = fleetClusters,
        };
        var (fleet, text) = declaration.Declare();
        string[] named =
        [
            .. request.LoadBalancers.Select(LoadBalancerReader.Owner),
            .. request.Clusters.Select(ClusterReader.Owner),
            .. request.Contexts.Select(ContextReader.Owner),
        ];
        return new(fleet, text, adopted)
        {
            Unread = _notes.Unread,
            Unsayable = _notes.Unsayable,
            MissesNamed = named.Any(_notes.IsUnread),
        };
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

        foreach (var context in read.Where(context => context.BoundServices.Count > 0 && !clusters.Any(cluster => context.IsAt(cluster.Endpoint))))
        {
            _notes.AddElsewhere($"the TargetGroupBindings of context {context.Context}: no cluster of this file has its API server, {context.Server}");
        }

        return read;
    }

    private async Task<IReadOnlyList<LoadBalancerAnswer>> ReadEachAsync(
        IEnumerable<JsonElement> balancers,
        Func<JsonElement, Task<LoadBalancerAnswer>> readAsync
    )
    {
        List<LoadBalancerAnswer> read = [];
        foreach (var balancer in balancers.OrderBy(NameOf, StringComparer.Ordinal))
        {
            showStatus($"reading load balancer {NameOf(balancer)}");
            read.Add(await readAsync(balancer));
        }

        return read;
    }

    private void NoteElsewhere(string kind, IEnumerable<string> names, string vpc)
    {
        if (names.Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } elsewhere)
        {
            _notes.AddElsewhere($"not in {vpc}, and a fleet has one VPC: {kind} {string.Join(", ", elsewhere)}");
        }
    }

    private bool IsNamed(JsonElement balancer) => request.LoadBalancers.Contains(NameOf(balancer));

    private static bool IsApplicationLoadBalancer(JsonElement balancer) => balancer.Text("Type") is "application";

    private static string NameOf(JsonElement balancer) => balancer.Required("LoadBalancerName");
}
