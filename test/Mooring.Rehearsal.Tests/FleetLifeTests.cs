using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>Changes to a small fleet over its life, applied step by step.</summary>
public sealed class FleetLifeTests : SmallFleetSession
{
    private const string ForwardToBoth = "              - { cluster: blue, weight: 1 }\n              - { cluster: green, weight: 1 }\n";

    private const string Green = """

          green:
            delivery: helm
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }
        """;

    private const string Internal = """
          internal:
            subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
            securityGroups: [sg-0a1b2c3d4e5f60718]
            listeners: { http: { port: 80, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } } }

        """;

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_is_added_gets_traffic_and_is_removed()
    {
        await Session.DeployAsync(Fleet());
        var before = Session.Account.Objects;

        // It is added: existing resources do not change.
        await Session.DeployAsync(FleetWith(Green));
        Session.Account.Objects.Should().Contain(before);

        // It gets traffic: the rule changes.
        var stacks = await Session.DeployAsync(FleetWith(Green, (ForwardToBlue, ForwardToBoth)));
        ForwardedTargetGroups().Should().HaveCount(2);

        // It is removed: from the forwards, its own stacks, from the file.
        await Session.DeployAsync(FleetWith(Green), LoadBalancer);
        foreach (var stack in new[] { "registration-green", "binding-green", "cluster-green" })
        {
            await stacks.Named(stack).DestroyAsync();
        }

        var plans = await Session.PlanAsync(Fleet());
        plans.Said().Should().Equal($"{LoadBalancer}: Delete aws_lb_target_group.TargetGroup-green_public_8AC265E4");
        await stacks.Named(LoadBalancer).ApplyAsync();
        Session.Account.Objects.Select(each => each.Id).Should().BeEquivalentTo(before.Select(each => each.Id));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_target_group_is_removed_from_rules_before_it_is_destroyed_in_the_same_apply()
    {
        await Session.DeployAsync(FleetWith(Green, (ForwardToBlue, ForwardToBoth)), LoadBalancer);

        var stack = (await Session.SynthesizeAsync(Fleet())).Named(LoadBalancer);
        var calls = await stack.CallsOfAsync(stack.DeployAsync);

        calls
            .Where(call => call.Operation is Operation.Update or Operation.Delete)
            .Select(call => $"{call.Operation} {call.Type}")
            .Should()
            .Equal("Update aws_lb_listener", "Delete aws_lb_target_group");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Its_target_group_is_removed_from_shared_rules_and_its_own_rule()
    {
        const string port = "        port: 80\n";
        const string rules = "        rules:\n          - { name: shop, paths: [/shop/*], forward: { targetGroups: [";
        const string blue = rules + "{ cluster: blue, weight: 1 }] } }\n";
        const string both =
            rules
            + "{ cluster: blue, weight: 1 }, { cluster: green, weight: 1 }] } }\n"
            + "          - { name: green, hosts: [green.example.com], forward: { targetGroups: [{ cluster: green }] } }\n";
        await Session.DeployAsync(FleetWith(Green, (port, port + both)), LoadBalancer);

        var stack = (await Session.SynthesizeAsync(Fleet((port, port + blue)))).Named(LoadBalancer);
        var calls = await stack.CallsOfAsync(stack.DeployAsync);

        var changes = calls.Where(call => call.Operation is Operation.Update or Operation.Delete).Select(call => $"{call.Operation} {call.Type}").ToArray();
        changes[..^1].Should().BeEquivalentTo("Update aws_lb_listener_rule", "Delete aws_lb_listener_rule");
        changes[^1].Should().Be("Delete aws_lb_target_group");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_removed_stack_whose_lookups_fail_is_destroyed_without_a_refresh()
    {
        var before = await Session.DeployAsync(FleetWith(Green), "cluster-root", LoadBalancer, "cluster-green", "binding-green");
        // The stack of the cluster still has the controller's role, without which the deletion of the bindings would not end.
        await Session.DeployAsync(FleetWith(Green.Split("    bindings:")[0]), LoadBalancer);
        var stack = before.Named("binding-green");

        var destroy = () => stack.PlanDestroyAsync();

        (await destroy.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain("couldn't find resource");
        (await stack.PlanDestroyAsync(refresh: false)).ToDestroy.Should().Be(5);
        await stack.ApplyAsync();
        Session.Account.Of("helm_release").Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_rule_of_a_security_group_that_two_load_balancers_have_stays_when_the_first_one_goes()
    {
        var own = ("    ingressCidrs: [0.0.0.0/0]\n", "    securityGroups: [sg-0a1b2c3d4e5f60718]\n");
        const string first = "      - loadBalancer: public\n";
        const string second = "      - { loadBalancer: internal, service: { namespace: web, name: web, port: 80 } }\n";
        var fleet = Fleet(own, ("clusters:\n", Internal + "clusters:\n"), (first, second + first));
        await Session.DeployAsync(fleet);
        var rule = Session.Account.Of("aws_vpc_security_group_ingress_rule").Single();

        var without = Fleet(
            own,
            ("clusters:\n", Internal + "clusters:\n"),
            (SmallFleet.Text[SmallFleet.Text.IndexOf(first, StringComparison.Ordinal)..], second),
            ("          forward:\n            targetGroups:\n" + ForwardToBlue, "          fixedResponse: { statusCode: 404 }\n")
        );
        await Session.DeployAsync(without, "cluster-blue");

        Session.Account.Of("aws_vpc_security_group_ingress_rule").Should().Equal(rule);
    }

    private IEnumerable<Value> ForwardedTargetGroups() =>
        Session.Account.Of("aws_lb_listener").SelectMany(listener => listener.Value.At("default_action", "forward", "target_group").Elements);
}
