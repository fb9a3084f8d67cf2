using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests.Traffic;

/// <summary>Pods on Fargate, which EKS stops when it deletes their profile.</summary>
public class FargateTrafficTests
{
    private const string Shop = "shop: { selectors: [{ namespace: ingress-nginx }] }";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_profile_that_changes_stops_its_pods_until_they_start_with_the_new_one()
    {
        var changed = Shop.Replace("}] }", "}, { namespace: batch }] }", StringComparison.Ordinal);

        var (traffic, _) = await TwoClusters.ChangeAsync(With(Shop), With(changed));

        var finding = traffic.Findings.Should().ContainSingle().Which;
        finding.Share.Should().Be(1);
        finding.From.Should().StartWith("cluster-blue: delete aws_eks_fargate_profile");
        finding.Until.Should().NotBeNull();
        finding.Why.Should().EndWith("and no targets any more");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Pods_of_a_profile_that_is_removed_start_on_nodes()
    {
        var (traffic, _) = await TwoClusters.ChangeAsync(With(Shop), With(""));

        var finding = traffic.Findings.Should().ContainSingle().Which;
        finding.From.Should().StartWith("cluster-blue: delete aws_eks_fargate_profile");
        finding.Until.Should().NotBeNull();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_nodes_they_never_start()
    {
        var change = () => TwoClusters.ChangeAsync(WithoutNodes(With(Shop)), WithoutNodes(With("")));

        (await change.Should().ThrowAsync<TerraformException>()).WithMessage(
            "*registers no targets: its pods are pending: no Fargate profile selects them, and there are no nodes"
        );
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_profile_whose_pods_have_gone_to_another_one_is_removed_without_an_outage()
    {
        const string first = "a-shop: { selectors: [{ namespace: ingress-nginx }, { namespace: batch }] }";

        (await TwoClusters.ChangeAsync(With(Shop), With($"{first}, {Shop}"))).Traffic.Findings.Should().BeEmpty();
        (await TwoClusters.ChangeAsync(With($"{first}, {Shop}"), With(first))).Traffic.Findings.Should().BeEmpty();
    }

    private static FleetSpec With(string profiles) =>
        FleetFile.Parse(
            SmallFleet
                .TextWith("  blue:\n", $"  blue:\n    fargateProfiles: {{ {profiles} }}\n")
                .Replace(
                    "      - loadBalancer: public\n        service:\n",
                    "      - loadBalancer: public\n        targetGroup: { targetType: ip }\n        service:\n          targetPort: 8080\n",
                    StringComparison.Ordinal
                )
        );

    private static FleetSpec WithoutNodes(FleetSpec fleet) =>
        fleet with
        {
            Clusters = fleet.Clusters.ToDictionary(
                cluster => cluster.Key,
                cluster => cluster.Value with { NodeGroups = new Dictionary<string, NodeGroupSpec>() }
            ),
        };
}
