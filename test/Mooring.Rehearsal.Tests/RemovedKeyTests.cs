using System.Text.Json;
using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>
/// A key is removed from the fleet file, and AWS goes back to the default that the reference names. Terraform alone would keep the last value: the
/// attributes are optional and computed.
/// </summary>
public sealed class RemovedKeyTests : SmallFleetSession
{
    private static readonly string[] s_first = ["cluster-root", LoadBalancer];

    private const string FirstBinding = "      - loadBalancer: public\n";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_target_group_goes_back_to_the_defaults()
    {
        const string keys =
            "stickiness: { duration: 60 }, algorithm: least_outstanding_requests, crossZone: true, "
            + "healthCheck: { path: /healthz, port: 8080, interval: 10, timeout: 4, healthyThreshold: 5, unhealthyThreshold: 2 }";

        var group = await PlannedAsync(LoadBalancer, "aws_lb_target_group", (FirstBinding, $"{FirstBinding}        targetGroup: {{ {keys} }}\n"));

        group.GetProperty("stickiness")[0].GetProperty("enabled").GetBoolean().Should().BeFalse();
        group.GetProperty("load_balancing_algorithm_type").GetString().Should().Be("round_robin");
        group.GetProperty("load_balancing_cross_zone_enabled").GetString().Should().Be("use_load_balancer_configuration");
        var check = group.GetProperty("health_check")[0];
        Texts(check, "path", "port", "interval", "timeout", "healthy_threshold", "unhealthy_threshold")
            .Should()
            .Equal("/", "traffic-port", "30", "5", "3", "3");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_load_balancer_goes_back_to_the_defaults()
    {
        var loadBalancer = await PlannedAsync(
            LoadBalancer,
            "aws_lb",
            (
                "    subnets: [subnet-0aa",
                "    ipAddressType: dualstack\n    accessLogs: { bucket: logs }\n    connectionLogs: { bucket: logs }\n    subnets: [subnet-0aa"
            )
        );

        loadBalancer.GetProperty("ip_address_type").GetString().Should().Be("ipv4");
        loadBalancer.GetProperty("access_logs")[0].GetProperty("enabled").GetBoolean().Should().BeFalse();
        loadBalancer.GetProperty("connection_logs")[0].GetProperty("enabled").GetBoolean().Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Attributes_that_are_left_out_of_their_mapping_go_back_to_the_defaults()
    {
        const string subnets = "    subnets: [subnet-0aa";
        const string keys =
            "preserveHostHeader: true, xForwardedFor: remove, clientKeepAlive: 60, reservedCapacityUnits: 100, healthCheckLogs: { bucket: logs }";

        var loadBalancer = await PlannedAsync(
            LoadBalancer,
            "aws_lb",
            (subnets, $"    attributes: {{ {keys} }}\n{subnets}"),
            (subnets, $"    attributes: {{}}\n{subnets}")
        );

        Texts(loadBalancer, "preserve_host_header", "xff_header_processing_mode", "client_keep_alive").Should().Equal("False", "append", "3600");
        loadBalancer.GetProperty("minimum_load_balancer_capacity").GetArrayLength().Should().Be(0);
        loadBalancer.GetProperty("health_check_logs")[0].GetProperty("enabled").GetBoolean().Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task One_healthy_target_is_enough_again()
    {
        const string service = "          port: 80";
        static string Health(string settings) => $"{service}\n        targetGroup: {{ targetGroupHealth: {settings} }}";

        var group = await PlannedAsync(
            LoadBalancer,
            "aws_lb_target_group",
            (service, Health("{ dnsMinimumHealthyCount: 3, routingMinimumHealthyPercentage: 50 }")),
            (service, Health("{}"))
        );

        var health = group.GetProperty("target_group_health")[0];
        Texts(health.GetProperty("dns_failover")[0], "minimum_healthy_targets_count", "minimum_healthy_targets_percentage").Should().Equal("1", "off");
        Texts(health.GetProperty("unhealthy_state_routing")[0], "minimum_healthy_targets_count", "minimum_healthy_targets_percentage")
            .Should()
            .Equal("1", "off");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_request_is_no_longer_rewritten()
    {
        const string action = "        defaultAction:\n";
        static string Rule(string transforms) =>
            $"        rules:\n          - {{ name: a, paths: [/a], redirect: {{ path: /b }}, transforms: {transforms} }}\n";

        var rule = await PlannedAsync(
            LoadBalancer,
            "aws_lb_listener_rule",
            (action, $"{Rule("{ url: { regex: ^/a, replace: /b } }")}{action}"),
            (action, $"{Rule("{}")}{action}")
        );

        rule.GetProperty("transform").GetArrayLength().Should().Be(0);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_forward_keeps_a_client_no_longer()
    {
        var listener = await PlannedAsync(LoadBalancer, "aws_lb_listener", (ForwardToBlue, $"{ForwardToBlue}            stickiness: 60\n"));

        var stickiness = listener.GetProperty("default_action")[0].GetProperty("forward")[0].GetProperty("stickiness")[0];
        stickiness.GetProperty("enabled").GetBoolean().Should().BeFalse();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Clients_need_no_certificate_any_more()
    {
        const string https =
            "        protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555\n";
        const string mutualTls =
            "        mutualTls: { mode: verify, trustStore: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/t/0123456789abcdef' }\n";
        await Session.DeployAsync(Fleet(("        protocol: HTTP\n", https + mutualTls)), LoadBalancer);

        var plan = (await Session.PlanAsync(Fleet(("        protocol: HTTP\n", https)), LoadBalancer))[LoadBalancer];

        var listener = plan.Changes.Should().ContainSingle().Which;
        listener.After.GetProperty("mutual_authentication")[0].GetProperty("mode").GetString().Should().Be("off");
    }

    /// <summary>terraform-aws-modules/terraform-aws-eks#2897: the group stayed, and with it the access.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_group_is_revoked()
    {
        const string entry = "    accessEntries:\n      admins: { principal: 'arn:aws:iam::111122223333:role/admins'";

        var planned = await PlannedAsync(
            "cluster-blue",
            "aws_eks_access_entry",
            ("    delivery: helm\n", $"    delivery: helm\n{entry}, kubernetesGroups: [viewers] }}\n"),
            ("    delivery: helm\n", $"    delivery: helm\n{entry} }}\n")
        );

        planned.GetProperty("kubernetes_groups").GetArrayLength().Should().Be(0);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_and_its_nodes_go_back_to_the_defaults()
    {
        const string keys =
            "    endpointAccess: { publicCidrs: [10.0.0.0/8] }\n    addOns: { coredns: { configuration: '{\"replicaCount\": 3}' } }\n    delivery: helm\n";
        await Session.DeployAsync(
            Fleet(("    delivery: helm\n", keys), ("maxSize: 2", "maxSize: 2, updateConfig: { maxUnavailable: 2 }")),
            s_first.Append("cluster-blue").ToArray()
        );

        var plan = (await Session.PlanAsync(Fleet(("    delivery: helm\n", "    addOns: { coredns: {} }\n    delivery: helm\n")), "cluster-blue"))[
            "cluster-blue"
        ];

        After(plan, "aws_eks_cluster").GetProperty("vpc_config")[0].GetProperty("public_access_cidrs")[0].GetString().Should().Be("0.0.0.0/0");
        After(plan, "aws_eks_addon").GetProperty("configuration_values").GetString().Should().Be("{}");
        After(plan, "aws_eks_node_group").GetProperty("update_config")[0].GetProperty("max_unavailable").GetInt32().Should().Be(1);
    }

    /// <summary>terraform-provider-aws#4691: a group that keeps a deleted target group launches no nodes.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Nodes_that_no_longer_register_themselves_leave_the_target_group()
    {
        const string delivery = "    delivery: helm\n";
        const string nodes = "    version: \"1.36\"\n    selfManagedNodeGroups: { own: { instanceType: m7i.large, minSize: 1, maxSize: 2 } }\n";
        const string registering = "        registerBy: autoscaling\n        targetGroup: { port: 32080 }\n";

        var group = await PlannedAsync(
            "cluster-blue",
            "aws_autoscaling_group",
            [(delivery, delivery + nodes), (FirstBinding, FirstBinding + registering)],
            [(delivery, delivery + nodes), (FirstBinding, $"{FirstBinding}        targetGroup: {{ port: 32080 }}\n")]
        );

        group.GetProperty("target_group_arns").GetArrayLength().Should().Be(0);
    }

    /// <summary>What a plan without some keys makes of a resource that was deployed with them.</summary>
    private Task<JsonElement> PlannedAsync(string stack, string type, (string, string) with, params (string, string)[] without) =>
        PlannedAsync(stack, type, [with], without);

    private async Task<JsonElement> PlannedAsync(string stack, string type, (string, string)[] with, (string, string)[] without)
    {
        await Session.DeployAsync(Fleet(with), s_first.Append(stack).Distinct().ToArray());
        return After((await Session.PlanAsync(Fleet(without), stack))[stack], type);
    }

    private static JsonElement After(Plan plan, string type)
    {
        var change = plan.Changes.Should().ContainSingle(each => each.Address.StartsWith($"{type}.", StringComparison.Ordinal)).Which;
        change.Action.ToString().Should().Be("Update");
        return change.After;
    }

    private static IEnumerable<string> Texts(JsonElement value, params string[] names) => names.Select(name => value.GetProperty(name).ToString());
}
