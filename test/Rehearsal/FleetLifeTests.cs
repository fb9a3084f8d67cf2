using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.Tests.Fleet;
using Xunit;

namespace Mooring.Tests.Rehearsal;

/// <summary>What a team does to a small fleet over the years, applied step by step.</summary>
public sealed class FleetLifeTests : IAsyncLifetime
{
    private const string LoadBalancer = "load-balancer-public";

    private const string Green = """

          green:
            delivery: helm
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }
        """;

    private RehearsalSession _session = null!;

    public async Task InitializeAsync() => _session = await RehearsalSession.StartAsync(Fleet());

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [FactWhereInstalled(RehearsalSteps.Terraform)]
    public async Task A_cluster_joins_takes_traffic_and_leaves_again()
    {
        await _session.DeployAsync(Fleet());
        var before = _session.Account.Objects;

        // It joins: nothing that is there is touched.
        await _session.DeployAsync(FleetWith(Green));
        _session.Account.Objects.Should().Contain(before);

        // It takes traffic: the rule changes.
        var stacks = await _session.DeployAsync(FleetWith(Green, ("              - cluster: blue\n                weight: 1\n", "              - { cluster: blue, weight: 1 }\n              - { cluster: green, weight: 1 }\n")));
        ForwardedTargetGroups().Should().HaveCount(2);

        // It leaves: out of the forwards, its own stacks, out of the file.
        await _session.DeployAsync(FleetWith(Green), LoadBalancer);
        foreach (var stack in new[] { "registration-green", "binding-green", "cluster-green" })
        {
            await stacks.Named(stack).DestroyAsync();
        }

        var plans = await _session.PlanAsync(Fleet());
        plans.Said().Should().Equal($"{LoadBalancer}: Delete aws_lb_target_group.TargetGroup-green_public_8AC265E4");
        await stacks.Named(LoadBalancer).ApplyAsync();
        _session.Account.Objects.Select(each => each.Id).Should().BeEquivalentTo(before.Select(each => each.Id));
    }

    [FactWhereInstalled(RehearsalSteps.Terraform)]
    public async Task A_target_group_leaves_the_rules_before_it_is_destroyed_also_when_both_is_one_change()
    {
        await _session.DeployAsync(FleetWith(Green, ("              - cluster: blue\n                weight: 1\n", "              - { cluster: blue, weight: 1 }\n              - { cluster: green, weight: 1 }\n")), LoadBalancer);

        var stack = (await _session.SynthesizeAsync(Fleet())).Named(LoadBalancer);
        var calls = await stack.CallsOfAsync(stack.DeployAsync);

        calls.Where(call => call.Operation is Operation.Update or Operation.Delete).Select(call => $"{call.Operation} {call.Type}")
            .Should().Equal("Update aws_lb_listener", "Delete aws_lb_target_group");
    }

    private static FleetSpec Fleet(params (string Old, string New)[] replacements) => FleetWith(string.Empty, replacements);

    private static FleetSpec FleetWith(string more, params (string Old, string New)[] replacements)
        => FleetFile.Parse(replacements.Aggregate(SmallFleet.Text, (text, pair) => text.Contains(pair.Old, StringComparison.Ordinal)
            ? text.Replace(pair.Old, pair.New, StringComparison.Ordinal)
            : throw new ArgumentException($"the small fleet has no '{pair.Old}'", nameof(replacements))) + more);

    private IEnumerable<Value> ForwardedTargetGroups() => _session.Account.Of("aws_lb_listener").SelectMany(listener => listener.Value.At("default_action", "forward", "target_group").Elements);
}
