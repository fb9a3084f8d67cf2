using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal.Tests.Traffic;

/// <summary>A shop behind one load balancer, on clusters that are given with their weight and delivery.</summary>
internal static class TwoClusters
{
    /// <summary>The fleet with clusters: <c>blue 30</c>, <c>green 70 argocd</c>, or with a name and a word alone for one without traffic.</summary>
    public static FleetSpec Fleet(params string[] clusters) => FleetFile.Parse(TextOf(clusters));

    /// <summary>The fleet with a load balancer that has a security group of somebody else's.</summary>
    public static FleetSpec FleetBehind(string securityGroup, params string[] clusters) =>
        FleetFile.Parse(TextOf(clusters).Replace("ingressCidrs: [0.0.0.0/0]", $"securityGroups: [{securityGroup}]", StringComparison.Ordinal));

    /// <summary>Rehearses the change from one fleet to another.</summary>
    /// <returns>What became of traffic, and the lines of the report.</returns>
    public static async Task<(TrafficReport Traffic, IReadOnlyList<string> Lines)> ChangeAsync(FleetSpec from, FleetSpec to)
    {
        var lines = new List<string>();
        await using var session = await RehearsalSession.StartAsync(to, from);
        var traffic = await FleetRehearsal.RunAsync(session, to, from, new TextReport(lines.Add), _ => { });
        return (traffic, lines);
    }

    /// <summary>The text of the fleet file with clusters.</summary>
    public static string TextOf(params string[] clusters)
    {
        var parts = clusters.Select(cluster => cluster.Split(' ')).ToArray();
        var weights = parts.Where(part => part.Length > 1).Select(part => $"{{ cluster: {part[0]}, weight: {part[1]} }}");
        return $$"""
            name: shop
            environment: production
            region: eu-west-1
            vpc: vpc-0a1b2c3d4e5f60718
            argoCd:
              cluster: root
              gitOps: { repoUrl: https://git.example.com/apps.git }
            loadBalancers:
              public:
                subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
                ingressCidrs: [0.0.0.0/0]
                listeners:
                  http:
                    port: 80
                    protocol: HTTP
                    defaultAction:
                      fixedResponse: { statusCode: 404, body: "no such shop" }
                    rules:
                      - name: shop
                        priority: 10
                        hosts: [shop.example.com]
                        forward: { targetGroups: [{{string.Join(", ", weights)}}] }
            clusters:
              root:
                subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
                nodeGroups: { default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 } }
            {{string.Join('\n', parts.Select(Cluster))}}
            """;
    }

    private static string Cluster(string[] part) =>
        $$"""
              {{part[0]}}:
                {{string.Join("\n    ", part.ElementAtOrDefault(2) is { } delivery ? Delivery(delivery) : ["delivery: helm"])}}
                subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
                nodeGroups: { default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 } }
                bindings:
                  - loadBalancer: public
                    service: { namespace: ingress-nginx, name: ingress-nginx-controller, port: 80 }
            """;

    /// <summary>A delivery, and the one before it where that lets go: <c>argocd</c>, <c>argocd&lt;helm</c>.</summary>
    private static IEnumerable<string> Delivery(string words) =>
        words.Split('<') is [var now, var before] ? [$"delivery: {now}", $"handoverFrom: {before}"] : [$"delivery: {words}"];
}
