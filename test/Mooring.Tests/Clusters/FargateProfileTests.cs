using FluentAssertions;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class FargateProfileTests : ConstructTest
{
    private static FargateProfileProps Minimal =>
        new()
        {
            Cluster = new KnownCluster(),
            EksClusterName = "blue",
            Region = "eu-west-1",
            ProfileName = "shop",
            RoleName = "blue-shop-eks-fargate",
            SubnetIds = ["subnet-0cc33333333333333"],
            Selectors = [new FargateSelector { Namespace = "shop" }],
        };

    [Fact]
    public void Pods_of_a_namespace_run_on_fargate_with_a_role_for_this_cluster_alone()
    {
        _ = new FargateProfile(Stack, "Profile", Minimal);

        VerifySnapshot("Clusters/FargateProfile.Minimal");
    }

    [Fact]
    public void A_pod_can_be_selected_by_its_labels()
    {
        _ = new FargateProfile(
            Stack,
            "Profile",
            Minimal with
            {
                Selectors =
                [
                    new FargateSelector
                    {
                        Namespace = "batch-*",
                        Labels = new Dictionary<string, string> { ["run-on"] = "fargate" },
                    },
                ],
            }
        );

        Synthesize().Should().HaveResource("aws_eks_fargate_profile", """{ "selector": [{ "namespace": "batch-*", "labels": { "run-on": "fargate" } }] }""");
    }

    [Theory]
    [InlineData("eks-shop")]
    [InlineData("shop-")]
    [InlineData("")]
    public void Fails_when_eks_would_refuse_its_name(string name) =>
        Failing(Minimal with { ProfileName = name })
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Profile: 'ProfileName' must be 1 to 63 letters, digits, hyphens and underscores, a letter or digit at both ends, and not begin with "
                    + $"'eks-', got '{name}'"
            );

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Fails_without_selectors_and_with_too_many(int count) =>
        Failing(Minimal with { Selectors = [.. Enumerable.Range(1, count).Select(number => new FargateSelector { Namespace = $"shop-{number}" })] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/Profile: 'Selectors' must have 1 to 5 entries, got {count}");

    [Fact]
    public void Fails_when_a_selector_has_too_many_labels() =>
        Failing(
                Minimal with
                {
                    Selectors =
                    [
                        new FargateSelector { Namespace = "shop", Labels = Enumerable.Range(1, 6).ToDictionary(number => $"label-{number}", _ => "x") },
                    ],
                }
            )
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Profile: 'Labels' must have at most 5 entries, got 6");

    private Action Failing(FargateProfileProps props) => () => _ = new FargateProfile(Stack, "Profile", props);
}
