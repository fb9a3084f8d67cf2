using Mooring.Discovery.Answers;
using Mooring.Discovery.Kubernetes;
using Mooring.Discovery.Writing;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Fleet.Writing;
using Mooring.Limits;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares a fleet, and writes it as a file. What the checks of fleet files do not accept is left out, with the reason.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="vpc">Id of its VPC.</param>
/// <param name="notes">What is noted.</param>
internal sealed class FleetDeclaration(DiscoveryRequest request, string vpc, Notes notes)
{
    private readonly Dictionary<string, string> _leftOut = new(StringComparer.Ordinal);

    /// <summary>The load balancers that are adopted.</summary>
    public IReadOnlyList<LoadBalancerAnswer> Adopted { get; init; } = [];

    /// <summary>The load balancers that are only looked up.</summary>
    public IReadOnlyList<LoadBalancerAnswer> Existing { get; init; } = [];

    /// <summary>The clusters.</summary>
    public IReadOnlyList<ClusterAnswer> Clusters { get; init; } = [];

    /// <summary>What kubectl told of clusters.</summary>
    public IReadOnlyList<ContextAnswer> Contexts { get; init; } = [];

    /// <summary>Declares the fleet.</summary>
    /// <returns>The fleet as it is read from the file, and the text of the file.</returns>
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
            Region = request.Region,
            Account = AccountOf(),
            Vpc = vpc,
            Clusters = new Dictionary<string, ClusterSpec>(),
        };
        var balancers = LoadBalancersOf(fleet, declared);
        return fleet with { LoadBalancers = balancers, Clusters = ClustersOf(balancers, declared) };
    }

    private Dictionary<string, LoadBalancerSpec> LoadBalancersOf(FleetSpec fleet, Declared declared)
    {
        var (names, declaration) = (new FreeNames(), new LoadBalancerDeclaration(declared, fleet));
        var balancers = new Dictionary<string, LoadBalancerSpec>();
        void Add(LoadBalancerAnswer answer, Func<LoadBalancerAnswer, string, LoadBalancerSpec> declare)
        {
            if (!declared.IsLeftOut("loadBalancers", answer.Arn, LoadBalancerReader.Owner(answer.Name), obstacle: null))
            {
                var name = names.Of(answer.Name, "load-balancer");
                balancers.Add(name, declare(answer, $"loadBalancers.{name}"));
            }
        }

        foreach (var answer in Adopted)
        {
            Add(answer, declaration.Adopted);
        }

        foreach (var answer in Existing)
        {
            Add(answer, declaration.LookedUp);
        }

        return balancers;
    }

    private Dictionary<string, ClusterSpec> ClustersOf(Dictionary<string, LoadBalancerSpec> balancers, Declared declared)
    {
        var declaration = new ClusterDeclaration(declared, new InsideCluster(Contexts, balancers, declared));
        return Clusters
            .Where(cluster => !declared.IsLeftOut("clusters", cluster.Name, ClusterReader.Owner(cluster.Name), obstacle: null))
            .ToDictionary(cluster => cluster.Name, cluster => declaration.Of(cluster, $"clusters.{cluster.Name}"));
    }

    private string? TagOf(string key) => Adopted.Select(answer => answer.Tags.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);

    /// <summary>The account is the fifth part of an ARN.</summary>
    private string? AccountOf() =>
        Adopted
            .Concat(Existing)
            .Select(answer => answer.Arn)
            .Concat(Clusters.Select(cluster => cluster.Description.Text("arn")))
            .OfType<string>()
            .FirstOrDefault()
            is { } arn
            ? AwsLimits.AccountOf(arn)
            : null;
}
