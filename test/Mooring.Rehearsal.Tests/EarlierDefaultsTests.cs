using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A fleet that was deployed when defaults were left out.</summary>
public sealed class EarlierDefaultsTests
{
    /// <summary>The defaults that are written since then.</summary>
    private static readonly Dictionary<string, string> s_writtenSince = new()
    {
        ["aws_autoscaling_group.target_group_arns"] = "[]",
        ["aws_eks_access_entry.kubernetes_groups"] = "[]",
        ["aws_eks_addon.configuration_values"] = "\"{}\"",
        ["aws_eks_cluster.vpc_config.public_access_cidrs"] = """["0.0.0.0/0"]""",
        ["aws_eks_node_group.update_config"] = """{"max_unavailable":1}""",
        ["aws_lb.access_logs"] = """{"bucket":"","enabled":false}""",
        ["aws_lb.connection_logs"] = """{"bucket":"","enabled":false}""",
        ["aws_lb.ip_address_type"] = "\"ipv4\"",
        ["aws_lb_listener.mutual_authentication"] = """{"mode":"off"}""",
        ["aws_lb_target_group.health_check.healthy_threshold"] = "3",
        ["aws_lb_target_group.health_check.interval"] = "30",
        ["aws_lb_target_group.health_check.port"] = "\"traffic-port\"",
        ["aws_lb_target_group.health_check.timeout"] = "5",
        ["aws_lb_target_group.health_check.unhealthy_threshold"] = "3",
        ["aws_lb_target_group.load_balancing_algorithm_type"] = "\"round_robin\"",
        ["aws_lb_target_group.load_balancing_anomaly_mitigation"] = "\"off\"",
        ["aws_lb_target_group.load_balancing_cross_zone_enabled"] = "\"use_load_balancer_configuration\"",
        ["aws_lb_target_group.stickiness"] = """{"enabled":false,"type":"lb_cookie"}""",
    };

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Its_next_plan_changes_add_ons_in_place_and_nothing_else()
    {
        var fleet = FleetFile.Parse(await File.ReadAllTextAsync(Repository.PathOf("test", "Mooring.TestKit", "Fleets", "everything.yaml")));
        await using var session = await RehearsalSession.StartAsync(fleet);
        var removed = 0;
        foreach (var stack in await session.SynthesizeAsync(fleet))
        {
            removed += await LeaveOutAsync(stack.File);
            await stack.DeployAsync();
        }

        removed.Should().BeGreaterThan(60);
        var changes = (await session.PlanAsync(fleet)).SelectMany(plan => plan.Value.Changes).ToArray();
        changes.Should().OnlyContain(change => change.Action == ChangeAction.Update && change.Type == "aws_eks_addon");
        changes.SelectMany(change => change.ChangedAttributes).Distinct().Should().Equal("configuration_values");
    }

    /// <summary>Removes the defaults from a stack, and returns their number.</summary>
    private static async Task<int> LeaveOutAsync(string file)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        var removed = s_writtenSince.Sum(attribute =>
        {
            var path = attribute.Key.Split('.');
            var resources = json["resource"]?[path[0]]?.AsObject().Select(resource => resource.Value!) ?? [];
            var parents = resources.Select(resource => path[1..^1].Aggregate(resource, (node, name) => node[name]!).AsObject());
            return parents.Count(parent => parent[path[^1]]?.ToJsonString() == attribute.Value && parent.Remove(path[^1]));
        });
        await File.WriteAllTextAsync(file, json.ToJsonString());
        return removed;
    }
}
