using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Errors;
using Mooring.Identity;
using Mooring.Karpenter;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.Karpenter;

public class KarpenterControllerTests : ConstructTest
{
    private static KarpenterControllerProps Minimal =>
        new()
        {
            Cluster = new KnownCluster(),
            EksClusterName = "blue",
            Region = "eu-west-1",
            RoleName = "blue-karpenter",
            NodeRoleArn = "arn:aws:iam::111122223333:role/blue-eks-karpenter-node",
            QueueArn = "arn:aws:sqs:eu-west-1:111122223333:blue-karpenter",
            Identity = WorkloadIdentity.PodIdentity,
        };

    [Fact]
    public void Karpenters_service_account_may_do_what_karpenters_template_allows()
    {
        _ = new KarpenterController(Stack, "Controller", Minimal);

        VerifySnapshot("Karpenter/KarpenterController.Minimal");
    }

    [Fact]
    public void It_may_give_nodes_their_role_and_no_other()
    {
        var passed = Statements(Minimal).Where(statement => $"{statement["Action"]}" == "iam:PassRole");

        passed.Should().ContainSingle().Which["Resource"]!.ToString().Should().Be("arn:aws:iam::111122223333:role/blue-eks-karpenter-node");
    }

    [Fact]
    public void Its_policy_fits_into_a_role_for_the_longest_name_of_a_cluster()
    {
        var longest = new string('c', 100);

        Statements(Minimal with { EksClusterName = longest }).Should().HaveCount(18).And.Contain(statement => $"{statement["Condition"]}".Contains(longest));
    }

    [Fact]
    public void Fails_with_irsa_without_an_oidc_provider()
    {
        var define = () => _ = new KarpenterController(Stack, "Controller", Minimal with { Identity = WorkloadIdentity.Irsa });

        define.Should().Throw<ConstructException>().WithMessage("stack/Controller: 'OidcProvider' is required for identity 'irsa'");
    }

    private IEnumerable<JsonNode> Statements(KarpenterControllerProps props)
    {
        _ = new KarpenterController(Stack, "Controller", props);
        var policy = Synthesize().Resources("aws_iam_role_policy").Values.Single()!["policy"]!;
        return JsonNode.Parse($"{policy}")!["Statement"]!.AsArray().Select(statement => statement!);
    }
}
