using FluentAssertions;
using Mooring.Fleet;
using Mooring.Rehearsal.Tests.Traffic;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>What Karpenter needs comes to a living cluster and goes again.</summary>
public class KarpenterTests
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_living_cluster_gets_it_without_a_lost_request() =>
        (await TwoClusters.ChangeAsync(With(""), With("    karpenter: {}\n"))).Traffic.Findings.Should().BeEmpty();

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Another_identity_and_another_tag_are_changes_in_place_of_a_living_cluster() =>
        (await TwoClusters.ChangeAsync(With("    karpenter: {}\n"), With("    karpenter: { identity: podIdentity, discoveryTag: find/blue }\n")))
            .Traffic.Findings.Should()
            .BeEmpty();

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task It_is_taken_away_again() => (await TwoClusters.ChangeAsync(With("    karpenter: {}\n"), With(""))).Traffic.Findings.Should().BeEmpty();

    private static FleetSpec With(string karpenter) => SmallFleet.With("  blue:\n", $"  blue:\n{karpenter}");
}
