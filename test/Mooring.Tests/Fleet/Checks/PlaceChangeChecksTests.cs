using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>What is deployed in a place stays there.</summary>
public class PlaceChangeChecksTests
{
    private static readonly string s_text = File.ReadAllText(Repository.PathOf("docs", "examples", "locations", "fleet.yaml"));

    [Theory]
    [InlineData("    vpc: vpc-0d1b2c3d4e5f60718", "    vpc: vpc-0f1b2c3d4e5f60718", "locations.payments must be in VPC vpc-0d1b2c3d4e5f60718, as deployed: *")]
    [InlineData(
        "account: \"111122223333\"\n",
        "account: \"555566667777\"\n",
        "account must be '111122223333', as deployed: load balancers and clusters cannot move to another account, got '555566667777'; create them *"
    )]
    [InlineData(
        "  hub:\n    version",
        "  hub:\n    location: shop-eu\n    version",
        "clusters.hub.location must be in account 111122223333, as deployed: it cannot move"
    )]
    [InlineData(
        "name: market\n",
        "name: market\niam: { regionInNames: true }\n",
        "iam.regionInNames must be false, as deployed: Terraform would replace every *"
    )]
    public void A_move_is_refused(string old, string @new, string fault) => Change(old, @new).Should().Match(fault);

    [Fact]
    public void A_location_can_have_another_name() =>
        Change("payments:\n    account", "pay:\n    account", "location: payments", "location: pay").Should().BeEmpty();

    [Fact]
    public void A_location_with_the_values_of_the_default_one_is_the_same_place() =>
        Change("locations:\n", "locations:\n  here: { vpc: vpc-0a1b2c3d4e5f60718 }\n", "  hub:\n    version", "  hub:\n    location: here\n    version")
            .Should()
            .BeEmpty();

    [Fact]
    public void A_controller_keeps_the_role_that_it_deregisters_its_targets_with() =>
        Change(
                "    bindings:\n      - loadBalancer: public\n        service: { namespace: pay, name: web, port: 80, targetPort: 8080 }\n"
                    + "        targetGroup: { targetType: ip }\n",
                string.Empty,
                "targetGroups: [{ cluster: payments }]",
                "targetGroups: [{ cluster: shop-eu }]"
            )
            .Should()
            .StartWith(
                "clusters.payments.bindings must have a binding to load balancer 'public', as deployed: the controller deregisters its targets with a role"
            );

    private static string Change(params string[] replacements)
    {
        var text = replacements.Chunk(2).Aggregate(s_text, (text, pair) => Replaced(text, pair[0], pair[1]));
        return ChangeFaults.LinesOf(s_text, text);
    }

    private static string Replaced(string text, string old, string @new) =>
        text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, @new, StringComparison.Ordinal)
            : throw new ArgumentException($"the example has no '{old}'", nameof(old));
}
