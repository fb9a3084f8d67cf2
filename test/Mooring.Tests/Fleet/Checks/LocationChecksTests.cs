using FluentAssertions;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>What AWS allows between two places, and what a fleet file must say of them.</summary>
public class LocationChecksTests
{
    private const string None = "no errors";
    private const string Account = "account: \"111122223333\"\n";
    private const string Blue = "  blue:\n    delivery: helm\n";
    private const string Service = "          port: 80\n";
    private const string Role = "assumeRole: arn:aws:iam::222233334444:role/terraform";

    private const string Binding =
        "      - loadBalancer: public\n        service:\n          namespace: ingress-nginx\n          name: ingress-nginx-controller\n";
    private const string Pods = "        targetGroup: { targetType: ip }\n";

    [Theory]
    [InlineData("region: us-east-1, ", "must be in region us-east-1, where the cluster is: its controller registers targets nowhere else, *")]
    [InlineData("", "must be in VPC vpc-0b1b2c3d4e5f60718, where the cluster is, or have targets of type ip: nodes are targets in their own VPC only, *")]
    public void Nodes_are_targets_in_their_own_vpc_and_pods_in_their_own_region(string place, string fault) =>
        Faults(("vpc: vpc-0a1b2c3d4e5f60718", Elsewhere(place)), (Blue, $"{Blue}    location: there\n"))
            .Should()
            .Match($"fleet.yaml(*): clusters.blue.bindings[0].loadBalancer {fault}");

    [Theory]
    [InlineData("2.13.4", null)]
    [InlineData("2.7.2", "clusters.blue.bindings[0].loadBalancer needs controller 2.8.0 or later, got 2.7.2 *")]
    public void Pods_in_another_vpc_need_a_controller_that_knows_of_it(string controller, string? fault) =>
        Faults(
                ("vpc: vpc-0a1b2c3d4e5f60718", $"controller: {{ version: {controller} }}\n{Elsewhere(string.Empty)}"),
                (Blue, $"{Blue}    location: there\n"),
                ($"{Binding}{Service[..^1]}", $"{Binding}          port: 80\n          targetPort: 8080\n{Pods[..^1]}")
            )
            .Should()
            .Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Theory]
    [InlineData("", "must be in account 222233334444, or the cluster must name the role of its controller in 'controller.role': *")]
    [InlineData(", role: their-controller", null)]
    public void A_load_balancer_of_another_account_must_know_the_controllers_role(string role, string? fault) =>
        Faults(
                ("vpc: vpc-0a1b2c3d4e5f60718", $"{Account}{Elsewhere($"account: \"222233334444\", {Role}, ")}"),
                (Blue, $"{Blue}    location: there\n    controller: {{ install: false{role} }}\n"),
                ($"{Binding}{Service[..^1]}", $"{Binding}          port: 80\n          targetPort: 8080\n{Pods[..^1]}")
            )
            .Should()
            .Match(fault is null ? None : $"fleet.yaml(*): clusters.blue.bindings[0].loadBalancer {fault}");

    [Theory]
    [InlineData("", "clusters.blue.bindings[0].networking must name its sources in 'from', or the load balancer must have 'subnetCidrs': *")]
    [InlineData("    subnetCidrs: [10.1.0.0/16]\n", null)]
    public void A_controller_names_no_security_group_of_another_account(string cidrs, string? fault) =>
        Faults(
                ("vpc: vpc-0a1b2c3d4e5f60718", $"{Account}{Elsewhere($"account: \"222233334444\", {Role}, ")}"),
                (Blue, $"{Blue}    location: there\n"),
                ("  public:\n", $"  public:\n{cidrs}"),
                (
                    $"{Binding}{Service[..^1]}",
                    $"{Binding}          port: 80\n          targetPort: 8080\n{Pods}        networking: {{ ingress: [{{ ports: [{{ port: 8080 }}] }}] }}"
                )
            )
            .Should()
            .Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Theory]
    [InlineData("", "account: \"222233334444\", assumeRole: arn:aws:iam::222233334444:role/t, ", "account is required beside locations with an 'account': *")]
    [InlineData(Account, "account: \"222233334444\", ", "locations.there.assumeRole is required in another account than the fleet's: *")]
    [InlineData(Account, "account: \"111122223333\", ", null)]
    [InlineData("", "state: { bucket: a-bucket }, ", "locations.there.state must be left out without 'backend.s3', which it replaces here")]
    public void A_location_says_whose_credentials_are_used(string account, string place, string? fault) =>
        Faults(("vpc: vpc-0a1b2c3d4e5f60718", $"{account}{Elsewhere(place)}")).Should().Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Fact]
    public void The_default_location_has_no_name() =>
        Faults(("vpc: vpc-0a1b2c3d4e5f60718", "vpc: vpc-0a1b2c3d4e5f60718\nlocations: { default: { vpc: vpc-0b1b2c3d4e5f60718 } }"))
            .Should()
            .Match("fleet.yaml(*): locations.default must have another name: 'default' is the fleet's own account, region and VPC");

    [Theory]
    [InlineData("cluster: hub\n  existing: true\n  role: arn:aws:iam::111122223333:role/hub-argocd", null)]
    [InlineData("cluster: hub\n  existing: true", "argoCd must have one of 'role' and 'capabilityRole' with 'existing: true', got none")]
    [InlineData("cluster: root\n  role: arn:aws:iam::111122223333:role/a", "argoCd.role must be left out without 'existing: true': *")]
    [InlineData("cluster: root\n  location: there", "argoCd.location must be left out without 'existing: true': *")]
    public void A_hub_of_another_fleet_is_known_by_its_role(string argoCd, string? fault) =>
        Faults(("cluster: root", argoCd)).Should().Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Theory]
    [InlineData("delivery: helm", null)]
    [InlineData("delivery: argocd\n    handoverFrom: helm", null)]
    [InlineData("delivery: argocd", "clusters.blue.connection must be left out with delivery 'argocd': Terraform does not connect to the cluster; *")]
    public void Terraforms_way_to_a_cluster_is_for_what_terraform_installs(string delivery, string? fault) =>
        Faults(("delivery: helm", $"{delivery}\n    connection: {Way}")).Should().Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Fact]
    public void Terraform_has_no_way_to_a_cluster_in_which_it_installs_nothing() =>
        Faults(("clusters:\n", $"clusters:\n  spare:\n    existing: true\n    connection: {Way}\n"))
            .Should()
            .Match("fleet.yaml(*): clusters.spare.connection must be left out without a binding whose targets the controller registers: Terraform installs *");

    [Fact]
    public void Terraforms_way_to_the_root_cluster_is_for_secrets_and_argo_cd_has_none() =>
        Faults(("  root:\n", $"  root:\n    delivery: argocd\n    connection: {Way}\n    registration: {{ connection: {Way} }}\n"))
            .Should()
            .Match("fleet.yaml(*): clusters.root.registration.connection must be left out of the cluster that Argo CD runs in, which it reaches from inside");

    [Fact]
    public void Argo_cd_tells_clusters_apart_by_their_urls() =>
        Faults(("  blue:\n", $"  green:\n    existing: true\n    registration: {{ connection: {Way} }}\n  blue:\n    registration: {{ connection: {Way} }}\n"))
            .Should()
            .Match("fleet.yaml(*): clusters.blue.registration.connection.host must be another one than that of cluster 'green': *");

    [Theory]
    [InlineData("cluster: hub\n  existing: true\n  role: arn:aws:iam::111122223333:role/hub-argocd", null)]
    [InlineData(
        "cluster: root",
        "argoCd.connection must be left out without 'existing: true': the root cluster is one of this fleet, and has a 'connection' *"
    )]
    public void A_hub_of_another_fleet_has_a_way_of_its_own(string argoCd, string? fault) =>
        Faults(("cluster: root", $"{argoCd}\n  connection: {Way}")).Should().Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Fact]
    public void An_eks_capability_reaches_clusters_by_their_arns() =>
        Faults(
                ("cluster: root", "cluster: root\n  capabilityRole: arn:aws:iam::111122223333:role/argocd"),
                ("  blue:\n", $"  blue:\n    registration: {{ connection: {Way} }}\n")
            )
            .Should()
            .Match("fleet.yaml(*): clusters.blue.registration.connection must be left out with an EKS Capability for Argo CD, *");

    [Theory]
    [InlineData("cluster: root", "{ accounts: [\"444455556666\"] }", null)]
    [InlineData("cluster: root", "{ accounts: [] }", "argoCd.guests.billing.accounts must have at least 1 *")]
    [InlineData(
        "cluster: hub\n  existing: true\n  role: arn:aws:iam::111122223333:role/hub-argocd",
        "{ accounts: [\"444455556666\"] }",
        "argoCd.guests must be left out with 'existing: true': Argo CD's role belongs to another fleet"
    )]
    [InlineData(
        "cluster: root\n  capabilityRole: arn:aws:iam::111122223333:role/argocd",
        "{ accounts: [\"444455556666\"] }",
        "argoCd.guests must be left out with an EKS Capability for Argo CD, which assumes no roles: clusters let its own in"
    )]
    [InlineData(
        "cluster: root\n  capability: { identityCenter: { instance: arn:aws:sso:::instance/ssoins-1234567890abcdef } }",
        "{ accounts: [\"444455556666\"] }",
        "argoCd.guests must be left out with an EKS Capability for Argo CD, which assumes no roles: clusters let its own in"
    )]
    public void A_guest_is_let_in_by_whoever_has_argo_cds_role(string argoCd, string guest, string? fault) =>
        Faults(("cluster: root", $"{argoCd}\n  guests: {{ billing: {guest} }}")).Should().Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    private const string Way = "{ host: \"https://api.example.com\" }";

    private static string Elsewhere(string place) => $"vpc: vpc-0a1b2c3d4e5f60718\nlocations:\n  there: {{ {place}vpc: vpc-0b1b2c3d4e5f60718 }}";

    private static string Faults(params (string Old, string New)[] replacements) =>
        SmallFleet.FaultsWith(replacements) is { Length: > 0 } faults ? faults : None;
}
