using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

[Collection(nameof(SampleFleet))]
public class LoadBalancerStackTests(SampleFleet sample)
{
    [Fact]
    public void A_host_is_shared_out_between_two_clusters() => TargetsOf("Listener-https_Rule-shop").Should().Equal(("blue", 90), ("green", 10));

    [Fact]
    public void A_host_can_be_one_clusters_alone() => TargetsOf("Listener-https_Rule-green").Should().Equal(("green", 1));

    [Fact]
    public void Rules_are_tried_in_the_order_of_the_file() =>
        sample
            .Stack("load-balancer-public")
            .Resources("aws_lb_listener_rule")
            .OrderBy(rule => rule.Value["priority"]!.GetValue<int>())
            .Select(rule => rule.Value["condition"]![0]!["host_header"]!["values"]![0]!.GetValue<string>())
            .Should()
            .Equal("shop.example.com", "blue.shop.example.com", "green.shop.example.com");

    [Fact]
    public void A_target_group_belongs_to_the_load_balancer_it_is_bound_to()
    {
        sample.Stack("load-balancer-public").Resources("aws_lb_target_group").Should().HaveCount(2);
        sample.Stack("load-balancer-internal").Resources("aws_lb_target_group").Should().ContainSingle();
    }

    [Fact]
    public void All_clients_can_connect_to_the_ports_of_its_listeners_only() =>
        sample
            .Stack("load-balancer-public")
            .Resources("aws_vpc_security_group_ingress_rule")
            .Values.Select(rule => rule["from_port"]!.GetValue<int>())
            .Should()
            .BeEquivalentTo([80, 443]);

    [Fact]
    public void A_target_group_says_what_it_is_for_where_the_fleet_asks_for_it()
    {
        var text = SmallFleet
            .TextWith("vpc:", "targetGroupTags: [service, cluster, binding]\nvpc:")
            .Replace("    ingressCidrs:", "    tags: { team: web }\n    ingressCidrs:", StringComparison.Ordinal)
            .Replace("  blue:\n", "  sky:\n    renamed: blue\n", StringComparison.Ordinal)
            .Replace("cluster: blue", "cluster: sky", StringComparison.Ordinal);
        using var directory = new TemporaryDirectory();

        FleetSynthesis.Synthesize(FleetFile.Parse(text), directory.Path);

        JsonNode.Parse(File.ReadAllText(Path.Combine(directory.Path, "stacks", "load-balancer-public", "cdk.tf.json")))!["resource"]!["aws_lb_target_group"]!
            .AsObject()
            .Single()
            .Value!["tags"]!
            .ToJsonString()
            .Should()
            .Be("""{"binding":"public","cluster":"blue","service":"ingress-nginx/ingress-nginx-controller","team":"web"}""");
    }

    [Fact]
    public void Moving_traffic_between_clusters_changes_only_one_rule()
    {
        var before = File.ReadAllText(Repository.PathOf("fleet.yaml"));
        var after = before.Replace("weight: 90", "weight: 0", StringComparison.Ordinal).Replace("weight: 10", "weight: 100", StringComparison.Ordinal);
        using var directory = new TemporaryDirectory();

        FleetSynthesis.Synthesize(FleetFile.Parse(after), directory.Path);

        var (was, @is) = (SynthesizedFiles.In(sample.Output), SynthesizedFiles.In(directory.Path));
        @is.Where(file => was[file.Key] != file.Value).Select(file => file.Key).Should().Equal("stacks/load-balancer-public/cdk.tf.json");
        LinesOf(@is).Except(LinesOf(was)).Select(line => line.Trim()).Should().BeEquivalentTo("\"weight\": 0", "\"weight\": 100");

        static IEnumerable<string> LinesOf(Dictionary<string, string> files) => files["stacks/load-balancer-public/cdk.tf.json"].Split('\n');
    }

    private IEnumerable<(string Cluster, int Weight)> TargetsOf(string rule) =>
        sample.Stack("load-balancer-public").Resource("aws_lb_listener_rule", rule)["action"]![0]!["forward"]!["target_group"]!
            .AsArray()
            .Select(target => (Between(target!["arn"]!.GetValue<string>(), "TargetGroup-", "_"), target["weight"]!.GetValue<int>()));

    private static string Between(string text, string start, string end) => text.Split(start)[1].Split(end)[0];
}
