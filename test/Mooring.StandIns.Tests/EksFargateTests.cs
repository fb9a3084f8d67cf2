using FluentAssertions;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>What EKS does with a Fargate profile, and what it refuses.</summary>
public class EksFargateTests
{
    private const string Trust = """{ \"Principal\": { \"Service\": \"eks-fargate-pods.amazonaws.com\" } }""";
    private const string Shop = """{ "namespace": "shop" }""";

    private readonly PretendedAws _aws = new();

    public EksFargateTests() => _aws.CreateCluster("blue");

    private IEnumerable<string> Entries =>
        _aws.Account.Of("aws_eks_access_entry").Select(entry => $"{entry.Value["principal_arn"].Text} {entry.Value["type"].Text}");

    [Fact]
    public void Its_role_gets_an_access_entry_that_goes_with_its_last_profile()
    {
        var role = Role("pods", Trust);
        var (one, two) = (Create("one", role), Create("two", role));

        Entries.Should().Equal($"{role} FARGATE_LINUX");
        _aws.Remote.Delete("aws_eks_fargate_profile", one);
        Entries.Should().ContainSingle();
        _aws.Remote.Delete("aws_eks_fargate_profile", two);
        Entries.Should().BeEmpty();
    }

    [Fact]
    public void It_is_refused_with_a_role_of_another_service_or_in_a_public_subnet()
    {
        Refusal.Of(() => Create("one", Role("nodes", "{}"))).Should().StartWith("InvalidParameterException: Misconfigured PodExecutionRole Trust Policy");
        _aws.Account.PublicSubnets.Add("subnet-0cc33333333333333");
        Refusal.Of(() => Create("one", Role("pods", Trust))).Should().Contain("subnet-0cc33333333333333 provided in Fargate Profile is not a private subnet");
        Entries.Should().BeEmpty();
    }

    [Fact]
    public void It_has_at_most_five_selectors() =>
        Refusal
            .Of(() =>
                Create("one", Role("pods", Trust), string.Join(", ", Enumerable.Range(1, 6).Select(number => $$"""{ "namespace": "shop-{{number}}" }""")))
            )
            .Should()
            .Contain("more than 5 selectors");

    [Fact]
    public void Nothing_of_it_can_be_changed_but_its_tags()
    {
        var profile = Create("one", Role("pods", Trust));

        _aws.Plan("aws_eks_fargate_profile", profile, "selector", Value.List(Value.Object([new("namespace", "other")]))).Replacing.Should().Equal("selector");
        _aws.Plan("aws_eks_fargate_profile", profile, "subnet_ids", Value.List("subnet-1")).Replacing.Should().Equal("subnet_ids");
        _aws.Plan("aws_eks_fargate_profile", profile, "tags", Value.Object([new("team", "web")])).Replacing.Should().BeEmpty();
    }

    [Fact]
    public void Its_cluster_is_not_deleted_before_it()
    {
        Create("one", Role("pods", Trust));

        Refusal
            .Of(() => _aws.Remote.Delete("aws_eks_cluster", _aws.Account.Of("aws_eks_cluster").Single().Value))
            .Should()
            .Contain("Fargate profiles attached");
    }

    private string Role(string name, string trust) =>
        _aws.Create("aws_iam_role", $$"""{ "name": "{{name}}", "assume_role_policy": "{{trust}}" }""")["arn"].Text!;

    private ObjectValue Create(string name, string role, string selectors = Shop) =>
        _aws.Create(
            "aws_eks_fargate_profile",
            $$"""
            { "cluster_name": "blue", "fargate_profile_name": "{{name}}", "pod_execution_role_arn": "{{role}}",
              "subnet_ids": ["subnet-0cc33333333333333"], "selector": [{{selectors}}] }
            """
        );
}
