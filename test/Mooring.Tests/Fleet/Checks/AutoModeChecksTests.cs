using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>EKS Auto Mode and its controller: what EKS refuses, and what a living cluster must keep.</summary>
public class AutoModeChecksTests
{
    private const string None = "no errors";
    private const string Helm = "    delivery: helm\n";
    private const string Binding = "      - loadBalancer: public\n";
    private const string On = "    autoMode: {}\n";
    private const string Its = "    controller: { kind: auto-mode }\n";
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/theirs/0123456789abcdef";

    [Theory]
    [InlineData("autoMode: {}", None)]
    [InlineData("autoMode: { nodePools: [] }", None)]
    [InlineData("autoMode: { enabled: false }", None)]
    [InlineData("autoMode: { nodePools: [system, system] }", "clusters.blue.autoMode.nodePools must not have an entry twice")]
    [InlineData("autoMode: { nodePools: [gpu] }", "clusters.blue.autoMode.nodePools[0] must be 'general-purpose' or 'system', got gpu")]
    [InlineData("autoMode: {}\n    version: \"1.28\"", "clusters.blue.version must be 1.29 or later with EKS Auto Mode, got '1.28'")]
    [InlineData(
        "autoMode: {}\n    authenticationMode: CONFIG_MAP\n    registration: { create: false }",
        "clusters.blue.authenticationMode must be 'API' or 'API_AND_CONFIG_MAP' with EKS Auto Mode, whose nodes have access entries, got 'CONFIG_MAP'"
    )]
    [InlineData("autoMode: { enabled: false }\n    authenticationMode: CONFIG_MAP\n    registration: { create: false }", None)]
    [InlineData("existing: true\n    autoMode: {}", "clusters.blue.autoMode must be left out of a cluster that is only looked up")]
    public void Auto_mode_of_a_cluster(string keys, string fault) => Faults((Helm, $"    {keys}\n")).Should().Match(Of(fault));

    [Theory]
    [InlineData($"{On}{Its}", None)]
    [InlineData("    existing: true\n    controller: { kind: auto-mode }\n", None)]
    [InlineData("    autoMode: {}\n    controller: { kind: aws-load-balancer-controller, version: \"2.13\" }\n", None)]
    [InlineData(
        Its,
        "clusters.blue.controller.kind must be left out, or the cluster must have 'autoMode: {}': only EKS Auto Mode brings that controller, got 'auto-mode'"
    )]
    [InlineData($"    autoMode: {{ enabled: false }}\n{Its}", "clusters.blue.controller.kind must be left out, or the cluster must have 'autoMode: {}': *")]
    public void Its_controller_needs_auto_mode(string keys, string fault) => Faults((Helm, keys)).Should().Match(Of(fault));

    [Theory]
    [InlineData("version: \"2.13\"")]
    [InlineData("install: true")]
    [InlineData("install: false")]
    [InlineData("role: theirs")]
    [InlineData("identity: podIdentity")]
    [InlineData("policy: strict")]
    [InlineData("values: { logLevel: debug }")]
    public void Its_controller_is_configured_by_eks(string key) =>
        Faults((Helm, $"{On}    controller: {{ kind: auto-mode, {key} }}\n"))
            .Should()
            .Match(
                Of(
                    $"clusters.blue.controller.{key.Split(':')[0]} must be left out with 'kind: auto-mode': EKS installs that controller, and gives it its "
                        + "permissions"
                )
            );

    [Theory]
    [InlineData("reference: name", "clusters.blue.bindings[0].reference must be left out: TargetGroupBindings of EKS Auto Mode have no 'targetGroupName'")]
    [InlineData("networking: { ingress: [{}] }", "clusters.blue.bindings[0].networking must be left out: * of EKS Auto Mode have no 'networking'")]
    [InlineData(
        "targetGroup: { targetType: ip, ipAddressType: ipv6 }",
        "clusters.blue.bindings[0].targetGroup.ipAddressType must be left out: TargetGroupBindings of EKS Auto Mode have no 'ipAddressType'"
    )]
    [InlineData("nodeSelector: {}", None)]
    [InlineData("targetGroup: { shared: true }", None)]
    [InlineData("targetGroup: { targetType: ip }", None)]
    public void Its_bindings_have_the_fields_of_its_definition(string key, string fault) =>
        Faults(
                (Helm, $"{On}{Its}"),
                (Binding, $"{Binding}        {key}\n"),
                ("name: ingress-nginx-controller", "name: ingress-nginx-controller\n          targetPort: 8080"),
                (
                    "    subnets: [subnet-0aa",
                    key.Contains("ipv6", StringComparison.Ordinal) ? "    ipAddressType: dualstack\n    subnets: [subnet-0aa" : "    subnets: [subnet-0aa"
                )
            )
            .Should()
            .Match(Of(fault));

    [Theory]
    [InlineData($"arn: {Arn}", None)]
    [InlineData("name: theirs", "clusters.blue.bindings[0].existingTargetGroup.name must be left out: * have no 'targetGroupName'")]
    [InlineData($"arn: {Arn}, vpc: vpc-0a1b2c3d4e5f60718", "clusters.blue.bindings[0].existingTargetGroup.vpc must be left out: * have no 'vpcID'")]
    [InlineData($"arn: {Arn}, protocol: TCP", "clusters.blue.bindings[0].existingTargetGroup.protocol must be left out: * have no 'targetGroupProtocol'")]
    [InlineData(
        $"arn: {Arn}, targetType: ip, assumeRole: {{ role: \"arn:aws:iam::444455556666:role/theirs\" }}",
        "clusters.blue.bindings[0].existingTargetGroup.assumeRole.role must be left out: * have no 'iamRoleArnToAssume'"
    )]
    public void Nor_does_a_target_group_outside_the_fleet_need_other_fields(string existing, string fault) =>
        Faults(
                (Helm, $"{On}{Its}"),
                (
                    "    bindings:\n",
                    $"    bindings:\n      - {{ name: theirs, existingTargetGroup: {{ {existing} }}, service: {{ namespace: w, name: w, port: 80 }} }}\n"
                )
            )
            .Should()
            .Match(Of(fault));

    [Fact]
    public void Its_controller_registers_in_the_clusters_own_vpc() =>
        Faults(
                ("vpc:", "locations: { far: { vpc: vpc-0b1b2c3d4e5f60718 } }\nvpc:"),
                (Helm, $"    location: far\n{On}{Its}"),
                (Binding, $"{Binding}        targetGroup: {{ targetType: ip }}\n"),
                ("name: ingress-nginx-controller", "name: ingress-nginx-controller\n          targetPort: 8080")
            )
            .Should()
            .Match(
                "fleet.yaml(*): clusters.blue.bindings[0].loadBalancer must be in VPC vpc-0b1b2c3d4e5f60718, where the cluster is: the controller of EKS Auto "
                    + "Mode registers targets in no other, got 'public' in vpc-0a1b2c3d4e5f60718"
            );

    [Fact]
    public void And_in_its_own_account() =>
        Faults(
                (
                    "vpc:",
                    "account: \"111122223333\"\nlocations: { far: { account: \"222233334444\", vpc: vpc-0a1b2c3d4e5f60718, "
                        + "assumeRole: \"arn:aws:iam::222233334444:role/terraform\" } }\nvpc:"
                ),
                (Helm, $"    location: far\n{On}{Its}"),
                (Binding, $"{Binding}        targetGroup: {{ targetType: ip }}\n"),
                ("name: ingress-nginx-controller", "name: ingress-nginx-controller\n          targetPort: 8080")
            )
            .Should()
            .Match(
                "fleet.yaml(*): clusters.blue.bindings[0].loadBalancer must be in account 222233334444, where the cluster is: the controller of EKS Auto Mode "
                    + "assumes no role of another, got 'public' in 111122223333"
            );

    [Theory]
    [InlineData("auto-mode", "clusters.green.bindings[0] must have another target group: 'public/web' is already bound by cluster 'blue', and the tag *")]
    [InlineData("aws-load-balancer-controller", None)]
    public void A_target_group_has_a_tag_for_one_cluster_with_auto_mode(string kind, string fault)
    {
        var text =
            SmallFleet
                .TextWith("    listeners:\n", "    targetGroups: { web: { shared: true } }\n    listeners:\n")
                .Replace("              - cluster: blue\n", "              - targetGroup: web\n", StringComparison.Ordinal)
                .Replace(Helm, $"{On}{Its}", StringComparison.Ordinal)
                .Replace(Binding, $"{Binding}        targetGroupRef: web\n", StringComparison.Ordinal)
            + $"\n  green:\n    autoMode: {{}}\n    controller: {{ kind: {kind} }}\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n"
            + "    bindings: [{ loadBalancer: public, targetGroupRef: web, service: { namespace: web, name: web, port: 80 } }]\n";

        var parse = () => FleetFile.Parse(text);

        if (fault == None)
        {
            parse.Should().NotThrow();
        }
        else
        {
            parse.Should().Throw<FleetException>().Which.Faults.Should().ContainSingle().Which.ToString().Should().Match(Of(fault));
        }
    }

    [Fact]
    public void Auto_mode_comes_and_goes_in_place_and_its_key_stays()
    {
        var without = SmallFleet.Text;
        var on = SmallFleet.TextWith(Helm, $"{On}{Helm}");
        var off = SmallFleet.TextWith(Helm, $"    autoMode: {{ enabled: false }}\n{Helm}");

        ChangeFaults.LinesOf(without, on).Should().BeEmpty();
        ChangeFaults.LinesOf(on, off).Should().BeEmpty();
        ChangeFaults.LinesOf(off, on).Should().BeEmpty();
        foreach (var deployed in new[] { on, off })
        {
            ChangeFaults
                .LinesOf(deployed, without)
                .Should()
                .Be(
                    "clusters.blue.autoMode must stay as long as the cluster exists, as '{ enabled: false }' to switch EKS Auto Mode off: without it Terraform "
                        + "would replace the cluster; see docs/auto-mode.md#switch-it-off"
                );
        }
    }

    [Fact]
    public void A_cluster_changes_its_controller_while_it_has_no_bindings()
    {
        var bound = SmallFleet.TextWith(Helm, $"{On}{Helm}");
        var its = SmallFleet.TextWith(Helm, $"{On}{Its}{Helm}");
        var unbound = bound[..bound.IndexOf("    bindings:\n", StringComparison.Ordinal)]
            .Replace(
                "          forward:\n            targetGroups:\n              - cluster: blue\n                weight: 1\n",
                "          fixedResponse: { statusCode: 503 }\n",
                StringComparison.Ordinal
            );

        ChangeFaults
            .LinesOf(bound, its)
            .Should()
            .Be(
                "clusters.blue.controller.kind must be 'aws-load-balancer-controller', as deployed, while the cluster has bindings: the controller that goes "
                    + "would deregister their targets, got 'auto-mode'; see docs/auto-mode.md#from-one-controller-to-the-other"
            );
        ChangeFaults.LinesOf(its, bound).Should().Contain("clusters.blue.controller.kind must be 'auto-mode', as deployed");
        ChangeFaults.LinesOf(bound, unbound).Should().BeEmpty();
        ChangeFaults.LinesOf(unbound, its).Should().BeEmpty();
    }

    [Fact]
    public void A_new_cluster_with_auto_mode_is_bound_at_once()
    {
        const string green =
            "\n  green:\n    autoMode: {}\n    controller: { kind: auto-mode }\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n"
            + "    bindings: [{ loadBalancer: public, service: { namespace: web, name: web, port: 80 } }]\n";

        ChangeFaults.LinesOf(SmallFleet.Text, SmallFleet.Text + green).Should().BeEmpty();
    }

    private static string Of(string fault) => fault == None ? None : $"fleet.yaml(*): {fault}";

    private static string Faults(params (string Old, string New)[] replacements) =>
        SmallFleet.FaultsWith(replacements) is { Length: > 0 } faults ? faults : None;
}
