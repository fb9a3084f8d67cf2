using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit;

namespace Mooring.Page.Tests;

/// <summary>The fleets that pages are made of.</summary>
internal static class PageFleets
{
    /// <summary>The text of the sample fleet.</summary>
    public static string SampleText { get; } = File.ReadAllText(Repository.PathOf("fleet.yaml"));

    /// <summary>The sample fleet.</summary>
    public static FleetSpec Sample { get; } = FleetFile.Parse(SampleText);

    /// <summary>The fleet that uses every key.</summary>
    public static FleetSpec Everything { get; } = FleetFile.Read(Repository.PathOf("test", "Mooring.TestKit", "Fleets", "everything.yaml"));

    /// <summary>The sample fleet where a text is replaced.</summary>
    public static FleetSpec SampleWith(string old, string @new) =>
        SampleText.Contains(old, StringComparison.Ordinal)
            ? FleetFile.Parse(SampleText.Replace(old, @new, StringComparison.Ordinal))
            : throw new ArgumentException($"the sample fleet has no '{old}'", nameof(old));

    /// <summary>A load balancer for many clusters, each of which gets most of a host and a little of another one's.</summary>
    /// <param name="clusters">How many clusters.</param>
    public static FleetSpec Hub(int clusters)
    {
        var names = Enumerable.Range(0, clusters).Select(number => $"tenant-{number:000}").ToList();
        var rules = names.Zip(names.Skip(1).Append(names[0])).Index().Select(pair => RuleOf(pair.Item.First, pair.Index % 5 == 4 ? null : pair.Item.Second));
        return FleetFile.Parse(
            $$"""
            name: hub
            environment: production
            region: eu-west-1
            vpc: vpc-0a1b2c3d4e5f60718
            loadBalancers:
              public:
                scheme: internet-facing
                subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
                ingressCidrs: [0.0.0.0/0]
                listeners:
                  http:
                    port: 80
                    protocol: HTTP
                    defaultAction: { fixedResponse: { statusCode: 404 } }
                    rules:
            {{string.Join('\n', rules)}}
            clusters:
            {{string.Join('\n', names.Select(ClusterOf))}}
            """
        );
    }

    private static string RuleOf(string cluster, string? canary)
    {
        var groups = $"{{ cluster: {cluster}, weight: 95 }}" + (canary is null ? string.Empty : $", {{ cluster: {canary}, weight: 5 }}");
        return $"          - {{ name: {cluster}, hosts: [{cluster}.example.com], forward: {{ targetGroups: [{groups}] }} }}";
    }

    private static string ClusterOf(string name) =>
        $"""
              {name}:
                subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
                bindings: [{"{"} loadBalancer: public, service: {"{"} namespace: web, name: web, port: 80 {"}"} {"}"}]
            """;
}
