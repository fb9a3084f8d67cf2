using FluentAssertions;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>The port of a target group changes, which needs another target group in AWS.</summary>
public sealed class TargetGroupPortTests : SmallFleetSession
{
    private const string Binding = "binding-blue";
    private const string FirstBinding = "      - loadBalancer: public\n";
    private const string NextBinding =
        "      - { name: next, loadBalancer: public, service: { namespace: ingress-nginx, name: ingress-nginx-controller, port: 80 }, targetGroup: "
        + "{ port: 8080 } }\n";

    private static readonly (string, string) s_rule = (
        "        port: 80\n",
        "        port: 80\n        rules:\n          - { name: shop, paths: [/shop/*], forward: { targetGroups: [{ cluster: blue }] } }\n"
    );

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_a_changed_target_group_the_listener_and_then_the_binding_move_to_the_new_one()
    {
        await Session.DeployAsync(Fleet(s_rule));
        var old = TargetGroups().Single();

        var stacks = await Session.SynthesizeAsync(Fleet(s_rule, (FirstBinding, FirstBinding + "        targetGroup: { port: 8080 }\n")));
        Plan plan = null!;
        var calls = await stacks.Named(LoadBalancer).CallsOfAsync(async () => plan = await stacks.Named(LoadBalancer).DeployAsync());

        plan.Said()
            .Should()
            .Equal(
                "Update aws_lb_listener.Listener-http",
                "Update aws_lb_listener_rule.Listener-http_Rule-shop_AFCC74A7",
                "CreateBeforeDelete aws_lb_target_group.TargetGroup-blue_public_4D3ABE56"
            );
        var replaced = plan.Changes.Last();
        replaced.ChangedAttributes.Should().Contain(["name", "port"], "two target groups of one name cannot be at the same time");
        replaced.After.GetProperty("port").GetInt32().Should().Be(8080);
        calls
            .Where(call => call.Operation is Operation.Create or Operation.Update or Operation.Delete)
            .Select(call => $"{call.Operation} {call.Type}")
            .Should()
            .Equal("Create aws_lb_target_group", "Update aws_lb_listener", "Update aws_lb_listener_rule", "Delete aws_lb_target_group");
        TargetGroups().Should().ContainSingle().Which.Should().NotBe(old);
        Forwarded().Should().Equal(TargetGroups());
        Bound().Should().Equal([old], "the cluster's stack is applied after the load balancer's: until then the new target group is empty");

        var ofBinding = await stacks.Named(Binding).DeployAsync();

        ofBinding
            .Said()
            .Should()
            .Equal(
                "Update helm_release.Bindings",
                "Create terraform_data.BindingName-shop-blue-3e745c75",
                "Delete terraform_data.BindingName-shop-blue-a9bf3334"
            );
        Bound().Should().Equal(Forwarded());
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_a_second_binding_every_target_group_with_traffic_is_always_bound()
    {
        await Session.DeployAsync(Fleet());
        var old = Forwarded().Single();

        // The second binding, with no weight yet; the weights; without the first binding.
        foreach (var fleet in new[] { Both(1, 0), Both(0, 1), OnlyNext() })
        {
            var stacks = await Session.SynthesizeAsync(fleet);
            foreach (var stack in new[] { stacks.Named(LoadBalancer), stacks.Named(Binding) })
            {
                await stack.DeployAsync();
                Bound().Should().Contain(Forwarded(), $"{stack.Name} was applied");
            }
        }

        Forwarded().Should().Equal(TargetGroups()).And.NotContain(old);
        Bound().Should().Equal(Forwarded());
    }

    private static FleetSpec Both(int first, int next) =>
        Fleet(
            (
                ForwardToBlue,
                $"              - {{ cluster: blue, binding: public, weight: {first} }}\n              - {{ cluster: blue, binding: next, weight: {next} }}\n"
            ),
            (FirstBinding, NextBinding + FirstBinding)
        );

    private static FleetSpec OnlyNext() => Fleet((FirstBinding, FirstBinding + "        name: next\n        targetGroup: { port: 8080 }\n"));

    private IEnumerable<string> TargetGroups() => Session.Account.Of("aws_lb_target_group").Select(group => group.Id);

    /// <summary>The target groups that requests are forwarded to.</summary>
    private IEnumerable<string> Forwarded() =>
        Session
            .Account.Of("aws_lb_listener")
            .SelectMany(listener => listener.Value.At("default_action", "forward", "target_group").Elements)
            .Where(group => group["weight"] is NumberValue { Value: > 0 })
            .Select(group => group["arn"].Text!);

    /// <summary>The target groups that the installed release binds the cluster's Service to.</summary>
    private IEnumerable<string> Bound() => InstalledBindings().Select(binding => binding["targetGroupARN"].ToString());
}
