using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>The stages of docs/examples/hub: a hub in one account, and six clusters in three accounts, two regions and four VPCs.</summary>
[Collection(nameof(HubStages))]
public class HubTests(HubProduction production, HubTest test)
{
    private static readonly string[] s_production = ["111122223333", "222233334444", "333344445555"];
    private static readonly string[] s_test = ["555566667777", "666677778888", "777788889999"];

    [Theory]
    [InlineData("production")]
    [InlineData("test")]
    public void A_stage_has_six_clusters_in_three_accounts_two_regions_and_four_vpcs(string stage)
    {
        var fleet = StageOf(stage).Fleet;
        var places = fleet.Clusters.Keys.Where(cluster => cluster != "hub").Select(cluster => FleetLocation.OfCluster(fleet, cluster)).ToArray();

        places.Should().HaveCount(6);
        fleet.Clusters.Values.Count(cluster => cluster.AutoMode is not null).Should().Be(2);
        places.Select(place => place.Account).Distinct().Should().BeEquivalentTo(AccountsOf(stage));
        places.Select(place => place.Region).Distinct().Should().BeEquivalentTo("eu-west-1", "us-east-1");
        places.Select(place => place.Vpc).Distinct().Should().HaveCount(4);
    }

    [Theory]
    [InlineData("production")]
    [InlineData("test")]
    public void No_stack_of_a_stage_may_touch_an_account_of_the_other(string stage)
    {
        var stacks = StageOf(stage).Stacks.Select(stack => File.ReadAllText(stack.File)).ToArray();

        stacks.SelectMany(stack => StackProviders.Of(JsonNode.Parse(stack)!)).Select(AccountOf).Distinct().Should().BeEquivalentTo(AccountsOf(stage));
        var theirs = AccountsOf(stage == "test" ? "production" : "test");
        stacks.Should().NotContain(stack => theirs.Any(account => stack.Contains(account, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("production")]
    [InlineData("test")]
    public void It_works_in_every_partition_and_stacks_meet_by_names_alone(string stage)
    {
        StackRules.EveryArnHoldsInEveryPartition(StageOf(stage));
        StackRules.NoStackRefersToTheStateOfAnother(StageOf(stage));
    }

    /// <summary>The default provider is that of the stack's own location; each other location that it touches has an alias.</summary>
    [Theory]
    [InlineData("cluster-ledger", "111122223333 eu-west-1", "shop-eu 222233334444 eu-west-1")]
    [InlineData("registration-ledger", "111122223333 eu-west-1", "shop-eu 222233334444 eu-west-1")]
    [InlineData("cluster-payments", "333344445555 eu-west-1", "shop-eu 222233334444 eu-west-1", "default 111122223333 eu-west-1")]
    [InlineData("cluster-shop-auto", "222233334444 eu-west-1", "default 111122223333 eu-west-1")]
    [InlineData("binding-shop-auto", "222233334444 eu-west-1")]
    [InlineData("registration-shop-us-auto", "222233334444 us-east-1", "default 111122223333 eu-west-1")]
    public void A_stack_has_a_provider_for_each_place_that_it_touches(string stack, params string[] providers) =>
        StackProviders.Of(Json(production, stack)).Should().Equal(providers);

    [Theory]
    [InlineData("production", "payments", "333344445555", "market-public-payments-69b75649")]
    [InlineData("production", "ledger", "111122223333", "market-public-ledger-a4b745c7")]
    [InlineData("test", "payments", "777788889999", "market-test-public-payments-f5f806b6")]
    [InlineData("test", "ledger", "555566667777", "market-test-public-ledger-e2368415")]
    public void The_role_of_a_cluster_of_another_account_lets_its_controller_in_with_an_external_id(string stage, string cluster, string account, string id)
    {
        var stack = Json(StageOf(stage), "load-balancer-public");

        $"{stack["resource"]!["aws_iam_role"]![$"TargetRole-{cluster}"]!["name"]}".Should().Be(id);
        var statement = stack["data"]!["aws_iam_policy_document"]!
            .AsObject()
            .Single(document => document.Key.StartsWith($"TargetRole-{cluster}_", StringComparison.Ordinal))
            .Value!["statement"]!
            .AsArray()
            .Should()
            .ContainSingle()
            .Subject!;
        $"{statement["principals"]![0]!["identifiers"]![0]}".Should().EndWith($":iam::{account}:root");
        statement["condition"]!
            .AsArray()
            .Select(condition => $"{condition!["variable"]} {condition["values"]![0]}")
            .Should()
            .SatisfyRespectively(
                role => role.Should().StartWith("aws:PrincipalArn ").And.EndWith($":iam::{account}:role/{cluster}-aws-lb-controller"),
                external => external.Should().Be($"sts:ExternalId {id}")
            );
    }

    [Theory]
    [InlineData("shop-auto", "load-balancer-public", "binding-shop-auto", "shop-auto-eks-cluster")]
    [InlineData("shop-us-auto", "load-balancer-public-us", "registration-shop-us-auto", "shop-us-auto-us-east-1-eks-cluster")]
    public void A_cluster_with_auto_mode_has_bindings_of_its_own_kind_and_its_tag_and_no_other_has(
        string cluster,
        string loadBalancer,
        string delivery,
        string role
    )
    {
        Json(production, loadBalancer)["resource"]!["aws_lb_target_group"]!
            .AsObject()
            .Where(group => group.Value!["tags"] is not null)
            .Select(group => $"{group.Key.Split('_')[0]} {group.Value!["tags"]!.ToJsonString()}")
            .Should()
            .Equal($"TargetGroup-{cluster} {{\"eks:eks-cluster-name\":\"{cluster}\"}}");
        production.Stack(delivery).Text.Should().Contain("eks.amazonaws.com/v1").And.NotContain("iamRoleArnToAssume");
        var roles = Json(production, $"cluster-{cluster}")["resource"]!["aws_iam_role"]!.AsObject().Select(each => $"{each.Value!["name"]}").ToArray();
        roles.Should().Contain(role).And.NotContain(name => name.EndsWith("-aws-lb-controller", StringComparison.Ordinal));
    }

    /// <summary>The stage for tests has weights of its own.</summary>
    [Theory]
    [InlineData("production", "load-balancer-public")]
    [InlineData("test")]
    public void Weights_of_the_base_change_the_stages_that_have_none_of_their_own(string stage, params string[] changed)
    {
        using var folder = new TemporaryDirectory();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(StageOf(stage).File)!))
        {
            var text = File.ReadAllText(file).Replace("shop-eu, weight: 90", "shop-eu, weight: 10", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.Path, Path.GetFileName(file)), text);
        }

        var fleet = FleetFile.Read(Path.Combine(folder.Path, $"{stage}.yaml"));
        var stacks = FleetSynthesis.Synthesize(fleet, Path.Combine(folder.Path, "cdktf.out")).Stacks;

        stacks.Where(stack => File.ReadAllText(stack.File) != StageOf(stage).Stack(stack.Name).Text).Select(stack => stack.Name).Should().Equal(changed);
    }

    [Fact]
    public void Both_stages_are_synthesized_in_one_run()
    {
        using var folder = new TemporaryDirectory();

        var stacks = FleetSynthesis.SynthesizeFiles([test.File, production.File], folder.Path, new SynthesisOptions()).Stacks;

        stacks
            .Select(stack => stack.Name)
            .Should()
            .BeEquivalentTo([.. production.Stacks.Select(stack => $"market-{stack.Name}"), .. test.Stacks.Select(stack => $"market-test-{stack.Name}")]);
    }

    /// <summary>Stages are not steps of one fleet: nothing that is deployed moves to another account.</summary>
    [Fact]
    public void A_change_from_one_stage_to_the_other_is_refused()
    {
        var change = () => FleetFile.ReadChange(test.File, production.Fleet, new WarningOptions());

        var faults = change.Should().Throw<FleetException>().Which.Faults.Select(fault => $"{fault.Path} {fault.Message}").ToArray();
        faults.Should().Contain(fault => fault.StartsWith("account must be ", StringComparison.Ordinal));
    }

    private static string AccountOf(string provider) => provider.Split(' ')[^2];

    private static string[] AccountsOf(string stage) => stage == "test" ? s_test : s_production;

    private static JsonNode Json(SynthesizedFleetFixture fleet, string stack) => JsonNode.Parse(fleet.Stack(stack).Text)!;

    private SynthesizedFleetFixture StageOf(string stage) => stage == "test" ? test : production;
}
