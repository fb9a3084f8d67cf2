using FluentAssertions;
using Mooring.Rehearsal.Traffic;
using Mooring.StandIns.Controller;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>
/// Stories of one step: what breaks them is a part that is missing, or another order of the stacks. Where no order breaks one, all of them are run.
/// </summary>
public class OneStepStoryTests
{
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("rename-a-binding", "        renamed: public\n", "*must have 'renamed: public'*")]
    [InlineData("rename-a-cluster", "    renamed: blue\n", "*clusters.sky must have 'renamed: blue'*")]
    public async Task A_rename_in_one_change_without_the_former_name_is_refused(string story, string renamed, string why)
    {
        var plan = await Without(story, renamed).RunAsync(steps => [steps[^1]]);

        plan.Reasons().Should().ContainMatch(why);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_rule_that_is_not_said_to_be_renamed_may_go_before_the_new_one_comes()
    {
        var story = Without("rename-a-rule", "            renamed: shop\n");

        var plan = await story.RunAsync(steps => [steps[0] with { Fleet = story.Deployed.WithoutRules() }, steps[^1]]);

        plan.Reasons().Should().Equal("the answer is a fixed response with status 404");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Pods_that_are_not_restarted_have_no_credentials_under_another_identity()
    {
        var plan = await Stories.Named("from-irsa-to-pod-identity").RunAsync(steps => [.. steps.Select(step => step with { Restart = [] })]);

        var finding = plan.Traffic!.Findings.Should().ContainSingle().Which;
        finding.What.Should().StartWith("the controller of cluster blue gets no credentials");
        finding.Why.Should().Contain("AssumeRoleWithWebIdentity");
        finding.Until.Should().BeNull();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Pods_that_are_restarted_before_their_new_identity_is_there_have_none()
    {
        var plan = await Stories
            .Named("from-irsa-to-pod-identity")
            .RunAsync(steps => [steps[0] with { Only = ["binding-blue"] }, steps[0] with { Only = ["cluster-blue"], Restart = [] }]);

        plan.Traffic!.Findings.Should().ContainSingle().Which.What.Should().StartWith("the controller of cluster blue gets no credentials");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_the_agent_on_the_nodes_an_association_gives_pods_nothing()
    {
        var story = Stories.Named("from-irsa-to-pod-identity");
        await using var session = await RehearsalSession.StartAsync(story.Next, story.Deployed);
        await session.DeployAsync(story.Deployed);
        var stack = (await session.SynthesizeAsync(story.Next)).Named("cluster-blue");
        await stack.PlantAsync("resource.aws_eks_addon", null);
        await stack.DeployAsync();

        session.Account.ControllerCredentials().Values.Single().Should().Contain("AssumeRoleWithWebIdentity", "the running pods have the old identity");
        session.Account.RestartController("blue");

        session.Account.ControllerCredentials().Values.Single().Should().Contain("169.254.170.23");
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("from-irsa-to-pod-identity", "binding-blue cluster-blue")]
    [InlineData("adopt-a-load-balancer", "load-balancer-old binding-blue cluster-blue")]
    [InlineData("adopt-a-load-balancer", "cluster-blue load-balancer-old binding-blue")]
    [InlineData("adopt-a-load-balancer", "cluster-blue binding-blue load-balancer-old")]
    [InlineData("adopt-a-load-balancer", "binding-blue load-balancer-old cluster-blue")]
    [InlineData("adopt-a-load-balancer", "binding-blue cluster-blue load-balancer-old")]
    public async Task The_stacks_of_a_step_hold_in_every_other_order_too(string story, string stacks)
    {
        var plan = await Stories.Named(story).RunAsync(steps => [.. steps[0].InOrder(stacks.Split(' ')), .. steps.Skip(1)]);

        plan.Reasons().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_default_certificate_is_replaced_in_one_call_so_that_no_order_breaks_its_plan()
    {
        var plan = await Stories.Named("rotate-a-certificate").RunAsync(steps => [steps[^1]]);

        plan.Reasons().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task What_is_adopted_without_being_imported_is_refused()
    {
        var story = Stories.Named("adopt-a-load-balancer");
        await using var session = await RehearsalSession.StartAsync(story.Next, story.Deployed);
        await session.DeployAsync(story.Deployed);
        var stack = (await session.SynthesizeAsync(story.Next)).Named("load-balancer-old");
        await stack.PlantAsync("import", null);

        var apply = async () => await stack.DeployAsync();

        (await apply.Should().ThrowAsync<Terraform.TerraformException>()).WithMessage("*ELBv2 Load Balancer (old) already exists*");
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("upgrade-the-controller-by-a-minor", true)]
    [InlineData("upgrade-the-controller-by-a-minor", false)]
    [InlineData("upgrade-the-controller-by-a-major", true)]
    [InlineData("upgrade-the-controller-by-a-major", false)]
    public async Task Registered_targets_stay_whichever_release_of_the_controller_is_upgraded_first(string name, bool isControllerFirst)
    {
        var story = Stories.Named(name);
        await using var session = await RehearsalSession.StartAsync(story.Next, story.Deployed);
        await session.DeployAsync(story.Deployed);
        var stack = (await session.SynthesizeAsync(story.Next)).Named("binding-blue");
        var watch = new TrafficWatch(session.Account);
        watch.Begin(stack.Name);
        if (isControllerFirst)
        {
            await stack.PlantAsync("resource.helm_release.Controller.depends_on", "[]");
            await stack.PlantAsync("resource.helm_release.Crds.depends_on", """["helm_release.Controller"]""");
        }

        await stack.DeployAsync();

        watch.End().Findings.Should().BeEmpty();
    }

    private static Story Without(string name, string renamed)
    {
        var story = Stories.Named(name);
        return story with { Changes = [.. story.Changes.Select(change => change.Replace(renamed, string.Empty, StringComparison.Ordinal))] };
    }
}
