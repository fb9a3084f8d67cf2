using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>
/// Absence is a statement: a fleet with every key is deployed, all keys that can be removed are removed, and AWS has what it has for a fleet that
/// never had them.
/// </summary>
public sealed class EveryRemovedKeyTests
{
    private static readonly string s_everything = File.ReadAllText(Repository.PathOf("test", "Mooring.TestKit", "Fleets", "everything.yaml"));

    /// <summary>With the keys that have further keys, such as <c>mutualTls</c>, and without: then each setting in them goes alone.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData(false, "loadBalancers.public.listeners.partners.defaultAction.forward.authenticate.scope")]
    [InlineData(true, "loadBalancers.public.listeners.https.mutualTls")]
    public async Task Removing_keys_brings_back_what_a_fleet_without_them_has(bool withParents, string oneOfThem)
    {
        var bare = new BareFleet(s_everything, withParents);
        bare.Removed.Should().HaveCountGreaterThan(80).And.Contain(oneOfThem);

        var everything = FleetFile.Parse(s_everything);
        await using var changed = await RehearsalSession.StartAsync(bare.Fleet, everything);
        await changed.DeployAsync(everything);
        foreach (var stack in await changed.DeployAsync(bare.Fleet))
        {
            (await stack.PlanAsync()).ToDo.Should().BeEmpty(stack.Name);
        }

        await using var fresh = await RehearsalSession.StartAsync(bare.Fleet);
        await fresh.DeployAsync(bare.Fleet);
        AccountComparison.Between(changed.Account, fresh.Account).Should().BeEmpty();
    }
}
