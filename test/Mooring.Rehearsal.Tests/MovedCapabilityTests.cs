using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>Argo CD as an EKS Capability goes to another cluster, where it gets a role of its own.</summary>
public sealed class MovedCapabilityTests
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_capability_of_another_cluster_with_a_role_of_its_own_takes_over()
    {
        var text = SmallFleet.TextWith("argoCd:\n", "argoCd:\n  capabilityRole: arn:aws:iam::111122223333:role/one\n");
        var deployed = FleetFile.Parse(text);
        var next = text.Replace("  cluster: root\n", "  cluster: blue\n", StringComparison.Ordinal).Replace("role/one", "role/two", StringComparison.Ordinal);
        var fleet = FleetFile.ParseChange(next, deployed);

        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        await session.DeployAsync(deployed);
        await session.DeployAsync(fleet);

        session
            .Account.Of("aws_eks_access_policy_association")
            .Select(access => $"{access.Value["cluster_name"].Text}: {access.Value["principal_arn"].Text?.Split('/')[^1]}")
            .Should()
            .BeEquivalentTo("root: two", "blue: two");
    }
}
