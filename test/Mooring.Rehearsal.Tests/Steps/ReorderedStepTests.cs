using FluentAssertions;
using Mooring.Rehearsal.Steps;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>
/// The order of the steps matters: with one of them too early, requests fail, or a step is refused. Stories with one step that changes traffic in no
/// order of its stacks are not here: renames, other versions and identities of the controller, adoption, certificates.
/// </summary>
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
    public async Task A_step_that_comes_too_early_breaks_the_plan(string story, string step, string before, string why)
    {
        var plan = await RunAsync(Stories.Named(story), steps => Moved(steps, step, before));

        plan.Holds.Should().BeFalse();
        Reasons(plan).Should().ContainMatch(why);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Networking_that_the_controller_closes_before_Terraform_opens_it_breaks_the_plan()
    {
        var plan = await RunAsync(Stories.Named("take-networking-away"), steps => [.. steps.Select(step => step with { IsBackward = true })]);

        plan.Traffic!.Findings.Should().ContainSingle().Which.Why.Should().EndWith("security groups do not let the load balancer reach");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_handover_while_Argo_CD_still_deletes_what_it_lets_go_breaks_the_plan()
    {
        var plan = await RunAsync(Stories.Named("from-argo-cd-to-helm"), steps => [.. steps.Where(step => step.Name != "expand")]);

        plan.Traffic!.Findings.Should().ContainSingle().Which.Why.Should().Match(NoTargetsAnyMore);
    }

    private static List<FleetStep> Moved(IReadOnlyList<FleetStep> steps, string step, string before)
    {
        List<FleetStep> moved = [.. steps];
        var early = moved.Find(each => each.Name == step)!;
        moved.Remove(early);
        moved.Insert(moved.FindIndex(each => each.Name == before), early);
        return moved;
    }

    private static IEnumerable<string> Reasons(StepPlan plan) =>
        plan.Obstacle is { } obstacle ? [obstacle] : plan.Traffic!.Findings.Select(finding => finding.Why);

    private static async Task<StepPlan> RunAsync(Story story, Func<IReadOnlyList<FleetStep>, IReadOnlyList<FleetStep>> reorder)
    {
        var (deployed, fleet) = (story.Deployed, story.Next);
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        return await StepRehearsal.RunAsync(session, deployed, reorder(new StepPlanner(deployed, fleet).Plan()), _ => { });
    }
}
