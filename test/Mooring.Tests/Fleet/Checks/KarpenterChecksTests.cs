using FluentAssertions;
using Mooring.Fleet.Derivation;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>What Karpenter needs in a cluster.</summary>
public class KarpenterChecksTests
{
    private const string Root = "  root:\n";
    private const string Blue = "  blue:\n";

    [Fact]
    public void An_empty_mapping_is_enough() => SmallFleet.FaultsWith(Blue, $"{Blue}    karpenter: {{}}\n").Should().BeEmpty();

    [Fact]
    public void Two_clusters_cannot_give_a_subnet_one_tag_with_two_values()
    {
        SmallFleet
            .FaultsWith((Root, $"{Root}    karpenter: {{}}\n"), (Blue, $"{Blue}    karpenter: {{}}\n"))
            .Should()
            .EndWith(
                "clusters.blue.karpenter.discoveryTag must be another key than that of cluster 'root', which has 'subnet-0cc33333333333333' too: a tag has one "
                    + "value, got 'karpenter.sh/discovery'"
            );
        SmallFleet
            .FaultsWith((Root, $"{Root}    karpenter: {{}}\n"), (Blue, $"{Blue}    karpenter: {{ discoveryTag: karpenter.sh/discovery/blue }}\n"))
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void An_existing_cluster_may_have_no_subnets_but_karpenter_needs_some() =>
        SmallFleet
            .FaultsWith("clusters:\n", "clusters:\n  there:\n    existing: true\n    karpenter: {}\n")
            .Should()
            .EndWith("clusters.there.karpenter.subnets is required for a cluster without 'subnets'");

    [Theory]
    [InlineData("podIdentity", true)]
    [InlineData("irsa", false)]
    public void Karpenter_gets_no_credentials_from_pod_identity_on_fargate(string identity, bool isRefused)
    {
        const string profiles = "    fargateProfiles: { system: { selectors: [{ namespace: kube-system }] } }\n";

        var faults = SmallFleet.FaultsWith(Blue, $"{Blue}{profiles}    karpenter: {{ identity: {identity} }}\n");

        faults.Contains("clusters.blue.karpenter.identity must be 'irsa': Karpenter's pods", StringComparison.Ordinal).Should().Be(isRefused);
    }

    [Fact]
    public void Its_nodes_have_an_access_entry_already()
    {
        var role = FleetNames.KarpenterNodeRole(SmallFleet.With(Blue, $"{Blue}    karpenter: {{}}\n"), "blue");

        SmallFleet
            .FaultsWith(
                Blue,
                $"{Blue}    karpenter: {{}}\n    accessEntries: {{ x: {{ principal: 'arn:aws:iam::111122223333:role/{role}', type: EC2_LINUX }} }}\n"
            )
            .Should()
            .Contain(".accessEntries.x.principal must be left out: the role of Karpenter's nodes has an access entry already");
    }

    [Fact]
    public void Its_nodes_cannot_join_a_cluster_without_access_entries() =>
        SmallFleet
            .FaultsWith(Blue, $"{Blue}    karpenter: {{}}\n    authenticationMode: CONFIG_MAP\n")
            .Should()
            .Contain("clusters.blue.authenticationMode must not be 'CONFIG_MAP'");

    [Fact]
    public void Names_fit_the_longest_name_of_a_cluster() =>
        FleetNames
            .KarpenterQueue(new string('c', 100))
            .Should()
            .HaveLength(64)
            .And.EndWith("-karpenter")
            .And.NotBe(FleetNames.KarpenterQueue(new string('c', 99)));
}
