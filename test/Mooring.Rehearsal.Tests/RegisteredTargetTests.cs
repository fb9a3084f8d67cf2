using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Controller;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>What Terraform does not see: whether the controllers that it installs register targets.</summary>
public sealed class RegisteredTargetTests : SmallFleetSession
{
    private const string Policy = "aws_iam_role_policy";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_bound_target_group_of_a_deployed_fleet_has_targets()
    {
        await Session.DeployAsync(Fleet());

        ClustersInGroup().Should().Equal("blue");
        Session.Account.BindingEvents().Select(each => each.Reason).Should().Equal("SuccessfullyReconciled");
        BoundTargets.Require(Session.Account, Fleet());
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_pod_identity_too() => await IsRegisteredAsync("controller:\n  identity: podIdentity\n");

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_the_strict_profile_too() => await IsRegisteredAsync("controller:\n  policy: strict\n");

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_its_permissions_the_controller_registers_nothing_and_only_the_rehearsal_says_so()
    {
        var fleet = Fleet();
        var stacks = await Session.SynthesizeAsync(fleet);
        foreach (var stack in stacks)
        {
            await stack.DeployAsync();
            Take("elasticloadbalancing:RegisterTargets");
        }

        ClustersInGroup().Should().BeEmpty();
        var check = () => BoundTargets.Require(Session.Account, fleet);
        check
            .Should()
            .Throw<TerraformException>()
            .Which.Message.Should()
            .StartWith("cluster blue: TargetGroupBinding ingress-nginx/shop-blue-a9bf3334 registers no targets: operation error")
            .And.EndWith("no identity-based policy allows the elasticloadbalancing:RegisterTargets action");

        // The next apply gives the permission back, and the controller tries again.
        await stacks.Named("cluster-blue").DeployAsync();
        ClustersInGroup().Should().Equal("blue");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Bindings_that_cannot_be_deregistered_end_the_destroy_and_then_the_next_plan()
    {
        var stack = (await Session.DeployAsync(Fleet())).Named("binding-blue");
        Take("elasticloadbalancing:DeregisterTargets");

        var destroy = () => stack.DestroyAsync();
        (await destroy.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain("timed out waiting for the condition");
        (await destroy.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain("ingress-nginx/shop-blue-a9bf3334");
        ClustersInGroup().Should().Equal("blue");

        await Session.DeployAsync(Fleet(), "cluster-blue");
        await stack.DestroyAsync();
        ClustersInGroup().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task While_the_controller_is_out_of_memory_no_binding_can_be_changed()
    {
        await Session.DeployAsync(Fleet());
        Session.Account.UnreadyControllers.Add("blue");

        var change = () => Session.DeployAsync(Fleet(("name: ingress-nginx-controller", "name: other")));

        // Terraform breaks the line inside of the error.
        var error = (await change.Should().ThrowAsync<TerraformException>()).Which.Message.ReplaceLineEndings(" ");
        error.Should().Contain("failed calling webhook").And.Contain("aws-load-balancer-webhook-service");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Destroying_a_fleet_leaves_no_binding_no_target_and_no_rule()
    {
        var stacks = await Session.DeployAsync(Fleet());
        await stacks.Named("binding-blue").DestroyAsync();

        Session.Account.Bindings().Should().BeEmpty();
        ClustersInGroup().Should().BeEmpty();
        Session.Account.ControllerRules().Should().BeEmpty();
    }

    private async Task IsRegisteredAsync(string more)
    {
        var fleet = FleetWith($"\n{more}");
        await Session.DeployAsync(fleet);

        BoundTargets.Require(Session.Account, fleet);
        ClustersInGroup().Should().Equal("blue");
    }

    private IEnumerable<string> ClustersInGroup() =>
        Session.Account.Of("aws_lb_target_group").SelectMany(group => Session.Account.TargetsOf(group.Id)).Select(target => target.Cluster).Distinct();

    /// <summary>Takes an action from all roles, as outside of Terraform.</summary>
    private void Take(string action)
    {
        foreach (var policy in Session.Account.Of(Policy).ToArray())
        {
            var text = policy.Value["policy"].Text!.Replace(action, "sts:GetCallerIdentity", StringComparison.Ordinal);
            Session.Account.Put(policy with { Value = policy.Value.With([new("policy", text)]) });
        }
    }
}
