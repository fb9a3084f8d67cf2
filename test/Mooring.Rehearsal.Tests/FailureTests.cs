using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>An apply that fails in the middle.</summary>
public sealed class FailureTests : SmallFleetSession
{
    private const string Listener = "aws_lb_listener";
    private const string TargetGroup = "aws_lb_target_group";

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData(Failure.Refused, "AccessDenied")]
    [InlineData(Failure.CrashBefore, "Plugin did not respond")]
    public async Task The_next_apply_creates_only_what_is_missing(Failure failure, string said)
    {
        var stack = await PlanAsync();
        Session.Account.FailNext(call => call is { Operation: Operation.Create, Type: Listener }, failure);

        var apply = stack.ApplyAsync;

        (await apply.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain(said);
        Session.Account.Of(TargetGroup).Should().ContainSingle();
        Session.Account.Of(Listener).Should().BeEmpty();

        // A crashed provider may not have come to what depends on another resource.
        (await stack.PlanAsync())
            .Said()
            .Where(change => !change.Contains("Egress_", StringComparison.Ordinal))
            .Should()
            .Equal($"Create {Listener}.Listener-http");
        await stack.ApplyAsync();
        (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_resource_created_by_a_crashed_provider_is_named_by_the_next_apply()
    {
        var stack = await PlanAsync();
        Session.Account.FailNext(call => call is { Operation: Operation.Create, Type: TargetGroup }, Failure.CrashAfter);
        await ((Func<Task>)stack.ApplyAsync).Should().ThrowAsync<TerraformException>();
        var name = Session.Account.Of(TargetGroup).Single().Value["name"].Text;

        await stack.PlanAsync();
        var apply = stack.ApplyAsync;

        (await apply.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain($"ELBv2 Target Group ({name}) already exists");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_change_that_was_refused_is_planned_again()
    {
        await Session.DeployAsync(Fleet(), LoadBalancer);
        var stack = (
            await Session.SynthesizeAsync(
                Fleet(("      - loadBalancer: public\n", "      - loadBalancer: public\n        targetGroup: { deregistrationDelay: 30 }\n"))
            )
        ).Named(LoadBalancer);
        await stack.InitAsync();
        var first = await stack.PlanAsync();
        Session.Account.FailNext(call => call.Operation == Operation.Update, Failure.Refused);
        await ((Func<Task>)stack.ApplyAsync).Should().ThrowAsync<TerraformException>();

        var second = await stack.PlanAsync();

        second.Said().Should().ContainSingle().And.Equal(first.Said());
    }

    private async Task<RehearsedStack> PlanAsync()
    {
        var stack = (await Session.SynthesizeAsync(Fleet())).Named(LoadBalancer);
        await stack.InitAsync();
        await stack.PlanAsync();
        return stack;
    }
}
