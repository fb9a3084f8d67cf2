using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>The fleets of docs/examples/locations: a hub in one account, clusters in two others, and a guest in a fourth.</summary>
[Collection(nameof(LocationsFleet))]
public class LocationFleetTests(LocationsFleet locations, GuestFleet guest)
{
    private const string Shop = "222233334444";
    private const string Payments = "333344445555";

    public static TheoryData<string, string> Stacks =>
        new()
        {
            { "locations", "load-balancer-public" },
            { "locations", "load-balancer-public-us" },
            { "locations", "cluster-hub" },
            { "locations", "cluster-shop-eu" },
            { "locations", "cluster-shop-us" },
            { "locations", "cluster-payments" },
            { "locations", "cluster-ledger" },
            { "locations", "registration-shop-eu" },
            { "locations", "registration-shop-us" },
            { "locations", "registration-payments" },
            { "locations", "registration-ledger" },
            { "locations", "binding-shop-eu" },
            { "locations", "binding-payments" },
            { "locations-guest", "load-balancer-internal" },
            { "locations-guest", "cluster-billing" },
            { "locations-guest", "registration-billing" },
            { "locations-guest", "binding-billing" },
        };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_is_what_was_reviewed(string fleet, string stack) => Snapshot.Verify($"{fleet}/{stack}", FixtureOf(fleet).Stack(stack).Text);

    [Theory]
    [InlineData("locations")]
    [InlineData("locations-guest")]
    public void Every_stack_was_reviewed_and_no_other(string fleet)
    {
        var reviewed = Stacks.Where(row => (string)row[0] == fleet).Select(row => (string)row[1]).ToArray();

        FixtureOf(fleet).Stacks.Select(stack => stack.Name).Should().BeEquivalentTo(reviewed);
        Directory
            .GetFiles(Repository.PathOf(Snapshot.Folder, fleet), "*.verified.json")
            .Select(file => Path.GetFileName(file).Replace(".verified.json", string.Empty, StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(reviewed);
    }

    [Theory]
    [InlineData("locations")]
    [InlineData("locations-guest")]
    public void It_works_in_every_partition_and_stacks_meet_by_names_alone(string fleet)
    {
        StackRules.EveryArnHoldsInEveryPartition(FixtureOf(fleet));
        StackRules.NoStackRefersToTheStateOfAnother(FixtureOf(fleet));
    }

    /// <summary>The default provider is that of the stack's own location; each other location that it touches has an alias.</summary>
    [Theory]
    [InlineData("load-balancer-public", "222233334444 eu-west-1")]
    [InlineData("load-balancer-public-us", "222233334444 us-east-1")]
    [InlineData("cluster-hub", "111122223333 eu-west-1")]
    [InlineData("cluster-shop-eu", "222233334444 eu-west-1", "default 111122223333 eu-west-1")]
    [InlineData("cluster-shop-us", "222233334444 us-east-1", "default 111122223333 eu-west-1")]
    [InlineData("binding-shop-eu", "222233334444 eu-west-1")]
    [InlineData("binding-payments", "333344445555 eu-west-1", "shop-eu 222233334444 eu-west-1")]
    [InlineData("registration-ledger", "333344445555 eu-west-1", "shop-eu 222233334444 eu-west-1", "default 111122223333 eu-west-1")]
    public void A_stack_has_a_provider_for_each_place_that_it_touches(string stack, params string[] providers) =>
        StackProviders.Of(Json(locations, stack)).Should().Equal(providers);

    [Fact]
    public void Only_the_controller_of_a_cluster_in_another_account_is_let_in_to_its_target_groups()
    {
        var stack = Json(locations, "load-balancer-public");

        var roles = stack["resource"]!["aws_iam_role"]!.AsObject();
        roles.Select(role => role.Key).Should().BeEquivalentTo("TargetRole-payments", "TargetRole-ledger");
        var trust = stack["data"]!["aws_iam_policy_document"]!
            .AsObject()
            .Single(document => document.Key.StartsWith("TargetRole-payments", StringComparison.Ordinal));
        var statement = trust.Value!["statement"]![0]!;
        $"{statement["principals"]![0]!["identifiers"]![0]}".Should().EndWith($":iam::{Payments}:root");
        statement["condition"]!
            .AsArray()
            .Select(condition => $"{condition!["test"]} {condition["variable"]} {condition["values"]![0]}")
            .Should()
            .SatisfyRespectively(
                role => role.Should().StartWith("ArnLike aws:PrincipalArn ").And.EndWith($":iam::{Payments}:role/payments-aws-lb-controller"),
                id => id.Should().Be("StringEquals sts:ExternalId market-public-payments-69b75649")
            );
    }

    [Fact]
    public void Its_binding_assumes_that_role_with_its_external_id()
    {
        var stack = Json(locations, "binding-payments");

        var role = stack["data"]!["aws_iam_role"]!["TargetRole-public"]!;
        $"{role["name"]}".Should().Be("market-public-payments-69b75649");
        $"{role["provider"]}".Should().Be("aws.shop-eu");
        $"{stack["resource"]!["helm_release"]!["Bindings"]!["values"]![0]}"
            .Should()
            .Contain("\"iamRoleArnToAssume\" = data.aws_iam_role.TargetRole-public.arn, \"assumeRoleExternalId\" = \"market-public-payments-69b75649\"")
            .And.Contain("\"vpcID\" = \"vpc-0b1b2c3d4e5f60718\"");
    }

    [Fact]
    public void Pods_in_another_vpc_let_the_load_balancer_in_by_its_subnets() =>
        Json(locations, "cluster-payments")["resource"]!["aws_vpc_security_group_ingress_rule"]!
            .AsObject()
            .Select(rule => $"{rule.Value!["cidr_ipv4"]} {rule.Value["from_port"]}-{rule.Value["to_port"]}")
            .Should()
            .Equal("10.20.0.0/24 8080-8080", "10.20.1.0/24 8080-8080");

    [Fact]
    public void Argo_cd_may_assume_the_roles_of_its_fleet_in_other_accounts_and_no_others()
    {
        var policy = Json(locations, "cluster-hub")["resource"]!["aws_iam_role_policy"]!.AsObject().Single().Value!["policy"]!;

        JsonNode.Parse($"{policy}")!["Statement"]![0]!["Resource"]!
            .AsArray()
            .Select(arn => $"{arn}"[$"{arn}".IndexOf(":iam::", StringComparison.Ordinal)..])
            .Should()
            .Equal($":iam::{Shop}:role/argocd/market/*", $":iam::{Payments}:role/argocd/market/*");
        var role = Json(locations, "cluster-ledger")["resource"]!["aws_iam_role"]!["ArgoCdAccess"]!;
        $"{role["path"]}{role["name"]}".Should().Be("/argocd/market/ledger-argocd-access");
    }

    [Fact]
    public void Names_of_roles_outside_the_fleets_region_contain_theirs() =>
        Json(locations, "cluster-shop-us")["resource"]!["aws_iam_role"]!
            .AsObject()
            .Select(role => $"{role.Value!["name"]}")
            .Should()
            .AllSatisfy(name => name.Should().StartWith("shop-us-us-east-1-"));

    [Fact]
    public void The_state_of_a_location_is_in_its_own_bucket_and_reached_as_its_role()
    {
        var backend = Json(locations, "registration-shop-us")["terraform"]!["backend"]!["s3"]!;

        $"{backend["bucket"]} {backend["region"]} {backend["key"]}".Should().Be("example-terraform-state-us us-east-1 market/registration-shop-us.tfstate");
        $"{backend["assume_role"]!["role_arn"]}".Should().Be($"arn:aws:iam::{Shop}:role/terraform");
    }

    [Fact]
    public void A_guest_creates_nothing_of_the_hub_and_lets_its_role_in()
    {
        guest.Stacks.Single(stack => stack.Name == "registration-billing").Dependencies.Should().NotContain("cluster-hub");
        var trust = Json(guest, "cluster-billing")["data"]!["aws_iam_policy_document"]!
            .AsObject()
            .Single(document => document.Key.StartsWith("ArgoCdAccess", StringComparison.Ordinal));
        $"{trust.Value!["statement"]![0]!["principals"]![0]!["identifiers"]![0]}".Should().Be("arn:aws:iam::111122223333:role/hub-argocd");
    }

    [Fact]
    public void A_guest_writes_its_secret_into_the_hub_as_the_role_of_that_account()
    {
        var stack = Json(guest, "registration-billing");

        $"{stack["data"]!["aws_eks_cluster"]!["RootCluster"]!["provider"]}".Should().Be("aws.hub");
        stack["provider"]!["kubernetes"]![0]!["exec"]![0]!["args"]!
            .AsArray()
            .Select(argument => $"{argument}")
            .Should()
            .EndWith(["--region", "eu-west-1", "--role-arn", "arn:aws:iam::111122223333:role/terraform-of-billing"]);
    }

    private static JsonNode Json(SynthesizedFleetFixture fleet, string stack) => JsonNode.Parse(fleet.Stack(stack).Text)!;

    private SynthesizedFleetFixture FixtureOf(string fleet) => fleet == "locations" ? locations : guest;
}
