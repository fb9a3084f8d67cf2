using Mooring.Discovery.Answers;
using Mooring.Discovery.Kubernetes;
using Mooring.Discovery.Writing;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Fleet.Writing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares a fleet, and writes it as a file. What the checks of fleet files do not accept is left out, with the reason.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="locations">What AWS has; at least one.</param>
/// <param name="contexts">What kubectl told of clusters.</param>
/// <param name="notes">What is noted.</param>
internal sealed class FleetDeclaration(DiscoveryRequest request, IReadOnlyList<LocationAnswer> locations, IReadOnlyList<ContextAnswer> contexts, Notes notes)
{
    private readonly Dictionary<string, string> _leftOut = new(StringComparer.Ordinal);
    private readonly LocationDeclaration _places = new(request, locations);

    /// <summary>Declares the fleet.</summary>
    /// <returns>The fleet as it is read from the file, and the text of the file.</returns>
    /// <exception cref="DiscoveryException">A location cannot be declared.</exception>
    /// <exception cref="FleetException">The checks refuse what no part is the reason of.</exception>
    public (FleetSpec Fleet, string Text) Declare()
    {
        while (true)
        {
            notes.ClearUnsayable();
            var declared = new Declared(notes, _leftOut);
            var fleet = FleetOf(declared);
            var text = CommentedYaml.Write(FleetYaml.Write(fleet), FileHeading.Of(request, notes), declared.Comments);
            try
            {
                return (FleetFile.Parse(text), text);
            }
            catch (FleetException exception) when (LeavesOut(exception.Faults, declared.Parts))
            {
                // Without the parts that have faults.
            }
        }
    }

    /// <summary>Leaves out the innermost part of each fault.</summary>
    /// <returns>Whether there is one that was not left out before.</returns>
    private bool LeavesOut(IReadOnlyList<Fault> faults, IReadOnlyList<DeclaredPart> parts)
    {
        var before = _leftOut.Count;
        foreach (var fault in faults)
        {
            if (parts.Where(part => Holds(part, fault)).MaxBy(part => part.Path.Length) is { } part)
            {
                _leftOut.TryAdd(part.Id, $"a fleet file cannot say it: {fault.Path[Math.Min(part.Path.Length + 1, fault.Path.Length)..]} {fault.Message}");
            }
        }

        return _leftOut.Count > before;
    }

    private static bool Holds(DeclaredPart part, Fault fault) =>
        fault.Path == part.Path || (fault.Path.StartsWith(part.Path, StringComparison.Ordinal) && fault.Path[part.Path.Length] is '.' or '[');

    private FleetSpec FleetOf(Declared declared)
    {
        var fleet = new FleetSpec
        {
            Name = request.Name ?? TagOf("fleet") ?? "fleet",
            Environment = request.Environment ?? TagOf("environment") ?? string.Empty,
            Region = locations[0].Request.Region,
            Vpc = locations[0].Vpc,
            Clusters = new Dictionary<string, ClusterSpec>(),
        };
        var balancers = LoadBalancersOf(declared);
        return _places.AddTo(fleet, declared) with { LoadBalancers = balancers, Clusters = ClustersOf(balancers, declared) };
    }

    private Dictionary<string, LoadBalancerSpec> LoadBalancersOf(Declared declared)
    {
        var (names, declaration) = (new FreeNames(), new LoadBalancerDeclaration(declared));
        var balancers = new Dictionary<string, LoadBalancerSpec>();
        void Add(LoadBalancerAnswer answer, LocationAnswer location, Func<LoadBalancerAnswer, string, LoadBalancerSpec> declare)
        {
            if (!declared.IsLeftOut("loadBalancers", answer.Arn, LoadBalancerReader.Owner(answer.Name), obstacle: null))
            {
                var name = names.Of(answer.Name, "load-balancer");
                balancers.Add(name, declare(answer, $"loadBalancers.{name}") with { Location = _places.NameOf(location) });
            }
        }

        foreach (var (location, answer) in locations.SelectMany(location => location.Adopted.Select(answer => (location, answer))))
        {
            Add(answer, location, declaration.Adopted);
        }

        foreach (var (location, answer) in locations.SelectMany(location => location.Existing.Select(answer => (location, answer))))
        {
            Add(answer, location, declaration.LookedUp);
        }

        return balancers;
    }

    private Dictionary<string, ClusterSpec> ClustersOf(Dictionary<string, LoadBalancerSpec> balancers, Declared declared)
    {
        var declaration = new ClusterDeclaration(declared, new InsideCluster(contexts, balancers, declared));
        var clusters = new Dictionary<string, ClusterSpec>();
        foreach (var (location, cluster) in locations.SelectMany(location => location.Clusters.Select(cluster => (location, cluster))))
        {
            var (name, words) = (cluster.Name, ClusterReader.Owner(cluster.Name));
            if (clusters.ContainsKey(name))
            {
                declared.Unsayable("clusters", $"{words} in {location.Request.Words}, which stays as it is: a fleet file has one cluster of a name");
            }
            else if (!declared.IsLeftOut("clusters", name, words, obstacle: null))
            {
                clusters.Add(name, declaration.Of(cluster, $"clusters.{name}") with { Location = _places.NameOf(location) });
            }
        }

        return clusters;
    }

    private string? TagOf(string key) =>
        locations.SelectMany(location => location.Adopted).Select(answer => answer.Tags.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);
}
