using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>Fargate profiles, and what runs on them.</summary>
public class FargateChecksTests
{
    private const string Blue = "  blue:\n";

    [Theory]
    [InlineData("ingress-nginx", true)]
    [InlineData("ingress-*", true)]
    [InlineData("ingress?nginx", true)]
    [InlineData("ingress", false)]
    [InlineData("nginx", false)]
    public void Load_balancers_reach_pods_on_fargate_by_their_addresses_alone(string selected, bool isRefused)
    {
        var faults = SmallFleet.FaultsWith(Blue, Blue + Profiles($"{{ namespace: \"{selected}\" }}"));

        (faults.Length > 0).Should().Be(isRefused);
        if (isRefused)
        {
            faults
                .Should()
                .EndWith(
                    "clusters.blue.bindings[0].targetGroup.targetType must be 'ip': the pods of namespace 'ingress-nginx' run on Fargate with profile 'shop', "
                        + "where load balancers reach them by their addresses alone, got 'instance'"
                );
        }
    }

    [Fact]
    public void It_is_not_known_which_pods_have_labels() =>
        SmallFleet.FaultsWith(Blue, Blue + Profiles("{ namespace: ingress-nginx, labels: { run-on: fargate } }")).Should().BeEmpty();

    [Theory]
    [InlineData("podIdentity", true)]
    [InlineData("irsa", false)]
    public void The_controller_gets_no_credentials_from_pod_identity_on_fargate(string identity, bool isRefused)
    {
        var faults = SmallFleet.FaultsWith(("vpc:", $"controller: {{ identity: {identity} }}\nvpc:"), (Blue, Blue + Profiles("{ namespace: aws-lb-* }")));

        faults
            .Contains("must not select namespace 'aws-lb-controller' with 'controller.identity: podIdentity'", StringComparison.Ordinal)
            .Should()
            .Be(isRefused);
    }

    [Theory]
    [InlineData("eks-shop", "clusters.blue.fargateProfiles.eks-shop has a name that must be 1 to 63 letters")]
    [InlineData("shop_", "clusters.blue.fargateProfiles.shop_ has a name that must be 1 to 63 letters")]
    public void Eks_reserves_names(string name, string fault) =>
        SmallFleet.FaultsWith(Blue, Blue + Profiles("{ namespace: shop }", name)).Should().Contain(fault);

    [Fact]
    public void A_profile_has_selectors_but_not_more_than_eks_allows()
    {
        SmallFleet.FaultsWith(Blue, Blue + Profiles("")).Should().Contain("clusters.blue.fargateProfiles.shop.selectors must have 1 to 5 entries, got 0");
        SmallFleet
            .FaultsWith(Blue, Blue + Profiles(string.Join(", ", Enumerable.Range(1, 6).Select(number => $"{{ namespace: shop-{number} }}"))))
            .Should()
            .Contain("clusters.blue.fargateProfiles.shop.selectors must have 1 to 5 entries, got 6");
    }

    [Fact]
    public void An_existing_cluster_may_have_no_subnets_but_its_profiles_need_some() =>
        SmallFleet
            .FaultsWith("clusters:\n", "clusters:\n  there:\n    existing: true\n    fargateProfiles: { shop: { selectors: [{ namespace: shop }] } }\n")
            .Should()
            .EndWith("clusters.there.fargateProfiles.shop.subnets is required for a cluster without 'subnets'");

    [Fact]
    public void The_role_of_pods_on_fargate_has_an_access_entry_already()
    {
        var role = FleetNames.FargateRole(With("{ namespace: shop }"), "blue", "shop");

        SmallFleet
            .FaultsWith(
                Blue,
                Blue + Profiles("{ namespace: shop }") + $"    accessEntries: {{ x: {{ principal: 'arn:aws:iam::111122223333:role/{role}' }} }}\n"
            )
            .Should()
            .Contain(".accessEntries.x.principal must be left out: the role of pods on Fargate has an access entry already");
    }

    [Fact]
    public void A_changed_profile_has_another_name_and_the_same_role()
    {
        var (shop, batch) = (With("{ namespace: shop }"), With("{ namespace: batch }"));
        string NameIn(FleetSpec fleet) => FleetNames.FargateProfile(fleet, "blue", "shop");

        NameIn(shop).Should().StartWith("shop-").And.NotBe(NameIn(batch));
        NameIn(With("{ namespace: batch }, { namespace: shop }")).Should().Be(NameIn(With("{ namespace: shop }, { namespace: batch }")));
        FleetNames.FargateRole(shop, "blue", "shop").Should().Be(FleetNames.FargateRole(batch, "blue", "shop"));
    }

    private static FleetSpec With(string selectors) => SmallFleet.With(Blue, Blue + Profiles(selectors));

    private static string Profiles(string selectors, string name = "shop") => $"    fargateProfiles: {{ {name}: {{ selectors: [{selectors}] }} }}\n";
}
