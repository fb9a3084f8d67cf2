using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>
/// Makes fleets up: names over all that EKS, ELB and Kubernetes allow, any number of clusters, bindings and rules. A few break a limit
/// by accident, such as a fleet called <c>internal</c>; the checks leave those out.
/// </summary>
public static class FleetGenerator
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Alphanumeric = $"{Lower}ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Fleets for properties, as FsCheck finds them.</summary>
    public static Arbitrary<GeneratedFleet> Fleets() => Arb.From(Fleet(most: 4));

    /// <summary>Fleets with a number of clusters at most.</summary>
    public static Gen<GeneratedFleet> Fleet(int most) =>
        from name in Name(Lower, "-", 1, 12)
        from environment in Name(Alphanumeric, "-_.", 1, 63)
        from identity in Gen.Elements("irsa", "podIdentity")
        from policy in Gen.Elements("documented", "scoped", "strict")
        from loadBalancers in Distinct(Name(Lower, "-", 1, 12), 1, 2)
        from clusters in Distinct(Gen.OneOf(Name(Alphanumeric, "-_", 1, 20), Name(Alphanumeric, "-_", 60, 100)), 1, most)
        from hasArgoCd in ArbMap.Default.GeneratorFor<bool>()
        from specs in Gen.CollectToArray(clusters.Select(_ => Cluster(loadBalancers, hasArgoCd)))
        from rules in Gen.CollectToArray(loadBalancers.Select(_ => Rules))
        select new GeneratedFleet(
            new FleetDocument(
                Build(name, environment, identity, policy, hasArgoCd ? clusters[0] : null, [.. clusters.Zip(specs)], [.. loadBalancers.Zip(rules)])
            ).Text
        );

    private static Gen<JsonObject> Cluster(string[] loadBalancers, bool hasArgoCd) =>
        from groups in Distinct(Gen.OneOf(Name(Alphanumeric, "-_", 1, 10), Name(Alphanumeric, "-_", 50, 63)), 0, 2)
        from isArgoCds in ArbMap.Default.GeneratorFor<bool>()
        from names in Distinct(Name(Lower, "-", 1, 63), 0, 3)
        from bindings in Gen.CollectToArray(names.Select(name => Binding(name, loadBalancers)))
        select new JsonObject
        {
            ["delivery"] = hasArgoCd && isArgoCds ? "argocd" : "helm",
            ["subnets"] = Subnets(),
            ["nodeGroups"] = NodeGroups(groups),
            ["bindings"] = new JsonArray([.. bindings]),
        };

    private static JsonObject NodeGroups(string[] names) =>
        new(
            names.Select(name =>
                KeyValuePair.Create(
                    name,
                    (JsonNode?)
                        new JsonObject
                        {
                            ["instanceTypes"] = new JsonArray("m7i.large"),
                            ["minSize"] = 1,
                            ["maxSize"] = 2,
                        }
                )
            )
        );

    private static Gen<JsonObject> Binding(string name, string[] loadBalancers) =>
        from loadBalancer in Gen.Elements(loadBalancers)
        from targetType in Gen.Elements("instance", "ip")
        from protocol in Gen.Elements("HTTP", "HTTPS")
        from port in Gen.Choose(1, 65535)
        from reference in Gen.Elements("arn", "name")
        from serviceNamespace in Name(Lower, "-", 1, 63)
        select new JsonObject
        {
            ["name"] = name,
            ["loadBalancer"] = loadBalancer,
            ["reference"] = reference,
            ["service"] = new JsonObject
            {
                ["namespace"] = serviceNamespace,
                ["name"] = "web",
                ["port"] = 80,
                ["targetPort"] = 8080,
            },
            ["targetGroup"] = new JsonObject
            {
                ["targetType"] = targetType,
                ["protocol"] = protocol,
                ["port"] = port,
            },
        };

    /// <summary>Rules with priorities of their own or none.</summary>
    private static Gen<JsonArray> Rules =>
        from priorities in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 50000))))
        select new JsonArray([
            .. priorities.Take(20).Index().DistinctBy(pair => pair.Item == 0 ? -pair.Index : pair.Item).Select((pair, index) => Rule(pair.Item, index)),
        ]);

    private static JsonObject Rule(int priority, int index)
    {
        var rule = new JsonObject
        {
            ["name"] = $"rule-{index}",
            ["hosts"] = new JsonArray($"host-{index}.example.com"),
            ["fixedResponse"] = new JsonObject { ["statusCode"] = 404 },
        };
        if (priority > 0)
        {
            rule["priority"] = priority;
        }

        return rule;
    }

    private static JsonObject Build(
        string name,
        string environment,
        string identity,
        string policy,
        string? root,
        (string Name, JsonObject Spec)[] clusters,
        (string Name, JsonArray Rules)[] loadBalancers
    )
    {
        var fleet = new JsonObject
        {
            ["name"] = name,
            ["environment"] = environment,
            ["region"] = "eu-west-1",
            ["vpc"] = "vpc-0a1b2c3d4e5f60718",
            ["controller"] = new JsonObject { ["identity"] = identity, ["policy"] = policy },
        };
        if (root is not null)
        {
            fleet["argoCd"] = new JsonObject { ["cluster"] = root };
        }

        fleet["loadBalancers"] = new JsonObject(
            loadBalancers.Select(loadBalancer =>
                KeyValuePair.Create(loadBalancer.Name, (JsonNode?)LoadBalancer(loadBalancer.Name, loadBalancer.Rules, clusters))
            )
        );
        fleet["clusters"] = new JsonObject(clusters.Select(cluster => KeyValuePair.Create(cluster.Name, (JsonNode?)cluster.Spec)));
        return fleet;
    }

    /// <summary>A load balancer that forwards to all bindings.</summary>
    private static JsonObject LoadBalancer(string name, JsonArray rules, (string Name, JsonObject Spec)[] clusters)
    {
        var bound = clusters
            .SelectMany(cluster =>
                cluster.Spec["bindings"]!
                    .AsArray()
                    .Where(binding => $"{binding!["loadBalancer"]}" == name)
                    .Select(binding => (cluster.Name, Binding: $"{binding!["name"]}"))
            )
            .Take(5)
            .ToArray();
        return new JsonObject
        {
            ["subnets"] = Subnets(),
            ["ingressCidrs"] = new JsonArray("10.0.0.0/8"),
            ["listeners"] = new JsonObject
            {
                ["http"] = new JsonObject
                {
                    ["port"] = 80,
                    ["protocol"] = "HTTP",
                    ["defaultAction"] =
                        bound.Length == 0
                            ? new JsonObject { ["fixedResponse"] = new JsonObject { ["statusCode"] = 404 } }
                            : new JsonObject
                            {
                                ["forward"] = new JsonObject
                                {
                                    ["targetGroups"] = new JsonArray([
                                        .. bound.Select(target => new JsonObject { ["cluster"] = target.Name, ["binding"] = target.Binding }),
                                    ]),
                                },
                            },
                    ["rules"] = rules,
                },
            },
        };
    }

    private static JsonArray Subnets() => new("subnet-0aa11111111111111", "subnet-0bb22222222222222");

    /// <summary>A name of some characters, with others in between.</summary>
    private static Gen<string> Name(string ends, string between, int least, int most) =>
        from length in Gen.Choose(least, most)
        from characters in Gen.ArrayOf(Gen.Elements($"{ends}{between}".ToCharArray()), length)
        from first in Gen.Elements(ends.ToCharArray())
        from last in Gen.Elements(ends.ToCharArray())
        select length == 1 ? $"{first}" : $"{first}{new string(characters[2..])}{last}";

    /// <summary>Texts that differ in more than case.</summary>
    private static Gen<string[]> Distinct(Gen<string> texts, int least, int most) =>
        from count in Gen.Choose(least, most)
        from all in Gen.ArrayOf(texts, count)
        select all.DistinctBy(text => text.ToUpperInvariant()).ToArray();
}
