using FluentAssertions;
using Mooring.Rehearsal.Steps;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>The order of the steps matters: with one of them too early, requests fail, or a step is refused.</summary>
public class ReorderedStepTests
{
    private const string NoTargetsYet = "*no targets yet";
    private const string NoTargetsAnyMore = "*no targets any more";

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("add-a-cluster", "shift", "expand", NoTargetsYet)]
    [InlineData("blue-green", "shift", "expand", NoTargetsYet)]
    [InlineData("remove-a-cluster-of-helm", "destroy", "shift", NoTargetsAnyMore)]
    [InlineData("remove-a-cluster-of-argo-cd", "destroy", "empty", "*aws_eks_cluster*")]
    [InlineData("from-helm-to-argo-cd", "handed-over", "hand-over", "*must be 'helm', as deployed, or have 'handoverFrom: helm' beside it*")]
    [InlineData("target-group-port", "shift", "expand", NoTargetsYet)]
    [InlineData("target-group-protocol", "shift", "expand", NoTargetsYet)]
    [InlineData("target-type", "shift", "expand", NoTargetsYet)]
    [InlineData("target-type-under-another-name", "bindings", "shift", NoTargetsAnyMore)]
    [InlineData("split-a-shared-target-group", "shift", "expand", NoTargetsYet)]
    [InlineData("merge-into-a-shared-target-group", "bindings", "shift", NoTargetsAnyMore)]
    [InlineData("move-a-service", "bindings", "shift", NoTargetsAnyMore)]
    [InlineData("add-networking", "bindings", "shift", NoTargetsAnyMore)]
    [InlineData("add-a-rule", "shift", "expand", NoTargetsYet)]
    [InlineData("remove-a-load-balancer", "contract", "rules", "it has another DNS name*")]
    [InlineData("rotate-an-additional-certificate", "rules", "expand", "it may be taken away before *certificate/new is there")]
    public async Task A_step_that_comes_too_early_breaks_the_plan(string story, string step, string before, string why)
    {
        var plan = await Stories.Named(story).RunAsync(steps => Moved(steps, step, before));

        plan.Holds.Should().BeFalse();
        plan.Reasons().Should().ContainMatch(why);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Networking_that_the_controller_closes_before_Terraform_opens_it_breaks_the_plan()
    {
        var plan = await Stories.Named("take-networking-away").RunAsync(steps => [.. steps.Select(step => step with { IsBackward = true })]);

        plan.Traffic!.Findings.Should().ContainSingle().Which.Why.Should().EndWith("security groups do not let the load balancer reach");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Another_port_of_health_checks_in_place_breaks_the_plan_because_nodes_let_it_in_later()
    {
        var plan = await Stories.Named("health-check-port").RunAsync(steps => [steps[^1]]);

        var finding = plan.Traffic!.Findings.Should().ContainSingle().Which;
        finding.What.Should().Contain("become unhealthy");
        finding.From.Should().Contain("load-balancer-public: update aws_lb_target_group");
        finding.Until.Should().StartWith("step 1, final: cluster-blue: create aws_vpc_security_group_ingress_rule");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_handover_while_Argo_CD_still_deletes_what_it_lets_go_breaks_the_plan()
    {
        var plan = await Stories.Named("from-argo-cd-to-helm").RunAsync(steps => [.. steps.Where(step => step.Name != "expand")]);

        plan.Traffic!.Findings.Should().ContainSingle().Which.Why.Should().Match(NoTargetsAnyMore);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_listener_that_goes_before_the_one_on_its_new_port_is_there_breaks_the_plan()
    {
        var story = Stories.Named("change-the-port-of-a-listener");
        var without = story.Deployed.WithoutListeners();

        var plan = await story.RunAsync(steps => [steps[0] with { Fleet = without }, .. steps]);

        var finding = plan.Traffic!.Findings.Should().ContainSingle().Which;
        finding.Share.Should().Be(1);
        finding.Requests.Should().Equal("shop-public:80 shop.example.com/");
    }

    private static List<FleetStep> Moved(IReadOnlyList<FleetStep> steps, string step, string before)
    {
        List<FleetStep> moved = [.. steps];
        var early = moved.Find(each => each.Name == step)!;
        moved.Remove(early);
        moved.Insert(moved.FindIndex(each => each.Name == before), early);
        return moved;
    }
}
