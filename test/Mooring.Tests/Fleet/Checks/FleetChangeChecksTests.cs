using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Mooring.Tests.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>Changes that a living cluster refuses, or that would deregister its targets.</summary>
public class FleetChangeChecksTests
{
    private const string Service = "namespace: ingress-nginx";
    private const string Helm = "delivery: helm";

    [Theory]
    [InlineData(
        Service,
        "namespace: web",
        "clusters.blue.bindings[0].service.namespace must be 'ingress-nginx', as deployed: the controller refuses a second TargetGroupBinding of target "
            + "group 'shop-blue-a9bf3334', got 'web'; see docs/troubleshooting.md#a-binding-that-moves"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        reference: name\n",
        "clusters.blue.bindings[0] must keep its TargetGroupBinding 'shop-blue-a9bf3334', as deployed: the controller refuses a second one of target group "
            + "'shop-blue-a9bf3334', got 'shop-blue-a9bf3334-*'; see docs/troubleshooting.md#a-binding-that-moves"
    )]
    [InlineData(
        Helm,
        "delivery: argocd",
        "clusters.blue.delivery must be 'helm', as deployed, or have 'handoverFrom: helm' beside it, which keeps all targets registered, got 'argocd'"
    )]
    [InlineData(
        "vpc:",
        "controller: { version: \"2.13.4\" }\nvpc:",
        "controller must not be older than the deployed one in cluster 'blue', which is chart 3.5.0: its custom resource definitions stay, got chart "
            + "1.13.4; see docs/troubleshooting.md#a-downgrade-of-the-controller"
    )]
    [InlineData(
        Helm,
        "delivery: helm\n    controller: { chartVersion: 3.4.0 }",
        "clusters.blue.controller must not be older than the deployed one in cluster 'blue', which is chart 3.5.0: its custom resource definitions stay, "
            + "got chart 3.4.0; see docs/troubleshooting.md#a-downgrade-of-the-controller"
    )]
    public void Is_refused(string old, string @new, string fault) => Change(SmallFleet.Text, SmallFleet.TextWith(old, @new)).Should().Match(fault);

    [Theory]
    [InlineData("name: ingress-nginx-controller", "name: other")]
    [InlineData("port: 80\n        protocol", "port: 81\n        protocol")]
    [InlineData(Helm, "delivery: argocd\n    handoverFrom: helm")]
    [InlineData("      - loadBalancer: public\n", "      - loadBalancer: public\n        targetGroup: { port: 8080 }\n")]
    [InlineData("      - loadBalancer: public\n", "      - loadBalancer: public\n        networking: { ingress: [{}] }\n")]
    public void Is_accepted(string old, string @new) => Change(SmallFleet.Text, SmallFleet.TextWith(old, @new)).Should().BeEmpty();

    [Theory]
    [InlineData("1.33", "1.34", "")]
    [InlineData("1.33", "1.33", "")]
    [InlineData(
        "1.33",
        "1.35",
        "clusters.blue.version must be '1.34' before it is '1.35': EKS upgrades a cluster by one minor version at a time, and '1.33' is deployed"
    )]
    [InlineData("1.33", "1.32", "clusters.blue.version must not be older than the deployed '1.33': EKS does not downgrade a cluster, got '1.32'")]
    public void A_control_plane_goes_up_by_one_minor_version(string deployed, string version, string fault) =>
        Change(Versioned(deployed), Versioned(version)).Should().Be(fault);

    [Theory]
    [InlineData("1.33", "1.35")]
    [InlineData("1.33", "1.32")]
    public void Nodes_of_an_existing_cluster_are_replaced_and_may_have_any_version(string deployed, string version) =>
        Change(Versioned(deployed, "existing: true"), Versioned(version, "existing: true")).Should().BeEmpty();

    [Fact]
    public void A_newer_controller_is_accepted_and_an_older_one_is_not()
    {
        var older = SmallFleet.TextWith("vpc:", "controller: { version: \"2.13.4\" }\nvpc:");

        Change(older, SmallFleet.Text).Should().BeEmpty();
        Change(older, SmallFleet.TextWith("vpc:", "controller: { version: \"2.12.0\" }\nvpc:")).Should().Contain("controller must not be older");
    }

    [Fact]
    public void A_binding_of_a_shared_target_group_moves_with_its_service()
    {
        var shared = SmallFleet.TextWith("      - loadBalancer: public\n", "      - loadBalancer: public\n        targetGroup: { shared: true }\n");

        Change(shared, shared.Replace(Service, "namespace: web", StringComparison.Ordinal)).Should().BeEmpty();
    }

    /// <summary>The rules in an edit have the conditions of the rule at the same place before it.</summary>
    [Theory]
    [InlineData(
        "x; b",
        "rules[0].name must have 'renamed: a' beside it: rule 'a' of the deployed fleet is the same but for its name, and without 'renamed' Terraform "
            + "destroys it and creates another one, got 'x'"
    )]
    [InlineData("x, renamed: q; b", "rules[0].renamed must be the name of a rule of the deployed listener, got 'q'")]
    [InlineData("b, renamed: a", "rules[0].renamed must be left out: the deployed fleet has rule 'b' already, beside 'a', which this change deletes")]
    [InlineData(
        "a, priority: 20; b, priority: 10",
        "rules[0].priority must not be 20 yet, which rule 'b' has until this change is applied: Terraform changes rules in parallel, and AWS refuses a "
            + "priority that is in use; free nearby: 19, 21; see docs/troubleshooting.md#priorityinuse\n"
            + "rules[1].priority must not be 10 yet, which rule 'a' has until this change is applied: Terraform changes rules in parallel, and AWS refuses a "
            + "priority that is in use; free nearby: 9, 11; see docs/troubleshooting.md#priorityinuse"
    )]
    [InlineData(
        "b; mine, priority: 10",
        "rules[1].priority must not be 10 yet, which rule 'a' has until this change is applied: Terraform changes rules in parallel, and AWS refuses a "
            + "priority that is in use; free nearby: 9, 11; see docs/troubleshooting.md#priorityinuse"
    )]
    [InlineData("a; x, renamed: b", "")]
    [InlineData("a, priority: 10; b, priority: 20", "")]
    [InlineData("a, priority: 5; b, priority: 6", "")]
    [InlineData("b; a", "")]
    [InlineData("b", "")]
    public void Rules_are_compared(string rules, string faults) =>
        Change(PriorityRecordTests.FleetOf("a", "b"), PriorityRecordTests.FleetOf(rules.Split("; ")))
            .Replace("loadBalancers.public.listeners.http.", string.Empty, StringComparison.Ordinal)
            .Should()
            .Be(faults);

    [Fact]
    public void A_rename_that_was_applied_may_stay_in_the_file() =>
        Change(PriorityRecordTests.FleetOf("x"), PriorityRecordTests.FleetOf("x, renamed: a")).Should().BeEmpty();

    [Fact]
    public void Without_a_record_of_its_own_the_fleet_keeps_the_priorities_of_the_deployed_one()
    {
        var deployed = FleetFile.Parse(PriorityRecordTests.FleetOf("a, priority: 7", "b", "c"));

        FleetFile
            .ParseChange(PriorityRecordTests.FleetOf("a", "c", "new", "b"), deployed)
            .LoadBalancers["public"]
            .Listeners["http"]
            .Rules.Select(rule => rule.Priority)
            .Should()
            .Equal(7, 20, 30, 40);
    }

    [Fact]
    public void Errors_of_the_fleet_itself_come_first() =>
        Change(SmallFleet.Text, SmallFleet.TextWith(Service, "namespace: Web"))
            .Should()
            .StartWith("clusters.blue.bindings[0].service.namespace must be 1 to 63");

    private static string Versioned(string version, string more = Helm) => SmallFleet.TextWith(Helm, $"version: \"{version}\"\n    {more}");

    private static string Change(string deployed, string text)
    {
        try
        {
            FleetFile.ParseChange(text, FleetFile.Parse(deployed));
            return string.Empty;
        }
        catch (FleetException exception)
        {
            return string.Join('\n', exception.Faults.Select(fault => $"{fault.Path} {fault.Message}"));
        }
    }
}
