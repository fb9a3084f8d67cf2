using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace Mooring.Permissions.Tests;

/// <summary>Policies of small stacks.</summary>
public sealed class RequiredPermissionsTests
{
    private const string Provider = """ "provider": { "aws": [{ "region": "eu-west-1", "allowed_account_ids": ["111122223333"] }] } """;

    [Fact]
    public void A_rule_of_a_looked_up_listener_may_be_changed_on_the_load_balancer_of_that_name_only()
    {
        var policy = Of(
            $$"""
            {
              {{Provider}},
              "data": {
                "aws_lb": { "Lb": { "name": "www-alb" } },
                "aws_lb_listener": { "L": { "load_balancer_arn": "${data.aws_lb.Lb.arn}", "port": 443 } }
              },
              "resource": { "aws_lb_listener_rule": { "R": { "listener_arn": "${data.aws_lb_listener.L.arn}", "priority": 1 } } }
            }
            """
        );

        policy
            .Single()
            .ToJson()
            .Should()
            .Be(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": [
                        "elasticloadbalancing:AddTags",
                        "elasticloadbalancing:DeleteRule",
                        "elasticloadbalancing:ModifyRule",
                        "elasticloadbalancing:RemoveTags",
                        "elasticloadbalancing:SetRulePriorities"
                      ],
                      "Resource": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/www-alb/*"
                    },
                    {
                      "Effect": "Allow",
                      "Action": "elasticloadbalancing:CreateRule",
                      "Resource": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/www-alb/*"
                    },
                    {
                      "Effect": "Allow",
                      "Action": [
                        "elasticloadbalancing:DescribeListenerAttributes",
                        "elasticloadbalancing:DescribeListeners",
                        "elasticloadbalancing:DescribeLoadBalancerAttributes",
                        "elasticloadbalancing:DescribeLoadBalancers",
                        "elasticloadbalancing:DescribeRules",
                        "elasticloadbalancing:DescribeTags"
                      ],
                      "Resource": "*"
                    }
                  ]
                }
                """
            );
    }

    /// <summary>IAM refuses a policy with a resource that is no ARN. The ARN of a secret ends in six characters that its name does not have.</summary>
    [Theory]
    [InlineData("market/oidc", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:market/oidc-??????")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111122223333:secret:oidc-a1B2c3", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:oidc-a1B2c3")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111122223333:secret:oidc", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:oidc-??????")]
    public void A_secret_is_named_by_its_arn(string secret, string arn)
    {
        var policy = Of($$"""{ {{Provider}}, "data": { "aws_secretsmanager_secret_version": { "Oidc": { "secret_id": "{{secret}}" } } } }""");

        ResourcesOf(policy.Single(), "secretsmanager:GetSecretValue").Should().Equal(arn);
    }

    [Fact]
    public void A_role_of_the_stack_is_passed_and_no_other()
    {
        var policy = Of(
            $$"""
            {
              {{Provider}},
              "resource": {
                "aws_iam_role": { "Role": { "name": "blue-cluster", "path": "/eks/" } },
                "aws_eks_cluster": { "Cluster": { "name": "blue", "role_arn": "${aws_iam_role.Role.arn}" } }
              }
            }
            """
        );

        ResourcesOf(policy.Single(), "iam:PassRole").Should().Equal("arn:aws:iam::111122223333:role/eks/blue-cluster");
        ResourcesOf(policy.Single(), "eks:DeleteCluster").Should().Equal("arn:aws:eks:eu-west-1:111122223333:cluster/blue");
    }

    [Fact]
    public void A_cluster_with_eks_auto_mode_is_given_its_nodes_role_and_a_queues_policy_is_that_of_the_queue()
    {
        var policy = Of(
            $$"""
            {
              {{Provider}},
              "resource": {
                "aws_iam_role": { "Nodes": { "name": "auto-nodes" }, "Role": { "name": "auto-cluster" } },
                "aws_eks_cluster": {
                  "Cluster": {
                    "name": "auto",
                    "role_arn": "${aws_iam_role.Role.arn}",
                    "compute_config": { "enabled": true, "node_role_arn": "${aws_iam_role.Nodes.arn}" }
                  }
                },
                "aws_sqs_queue": { "Queue": { "name": "blue-interruptions" } },
                "aws_sqs_queue_policy": { "Policy": { "queue_url": "${aws_sqs_queue.Queue.url}" } }
              }
            }
            """
        );

        ResourcesOf(policy.Single(), "iam:PassRole").Should().Equal("arn:aws:iam::111122223333:role/auto-cluster", "arn:aws:iam::111122223333:role/auto-nodes");
        ResourcesOf(policy.Single(), "sqs:SetQueueAttributes").Should().Equal("arn:aws:sqs:eu-west-1:111122223333:blue-interruptions");
    }

    [Fact]
    public void Of_a_plan_there_is_nothing_left_that_changes_something()
    {
        const string role = """ "resource": { "aws_iam_role": { "Role": { "name": "blue-cluster" } } } """;

        Of($"{{ {Provider}, {role} }}", planOnly: true).Single().ToJson().Should().Contain("iam:GetRole").And.NotContain("Create").And.NotContain("Delete");
    }

    [Fact]
    public void The_credentials_that_terraform_starts_with_assume_the_role_and_the_role_does_the_rest()
    {
        const string provider =
            """ "provider": { "aws": [{ "region": "cn-north-1", "assume_role": [{ "role_arn": "arn:aws-cn:iam::444455556666:role/terraform" }] }] } """;

        var policies = Of($$$"""{ {{{provider}}}, "resource": { "aws_lb_target_group": { "T": { "name": "shop-blue" } } } }""");

        policies.Select(policy => policy.Role).Should().Equal(null, "arn:aws-cn:iam::444455556666:role/terraform");
        ResourcesOf(policies[0], "sts:AssumeRole").Should().Equal("arn:aws-cn:iam::444455556666:role/terraform");
        policies[0].ToJson().Should().NotContain("elasticloadbalancing");
        ResourcesOf(policies[1], "elasticloadbalancing:DeleteTargetGroup")
            .Should()
            .Equal("arn:aws-cn:elasticloadbalancing:cn-north-1:444455556666:targetgroup/shop-blue/*");
    }

    [Fact]
    public void A_state_in_s3_is_read_by_a_plan_and_written_and_locked_by_an_apply()
    {
        const string backend = """ "terraform": { "backend": { "s3": { "bucket": "states", "key": "shop/cluster-blue.tfstate", "region": "eu-west-1" } } } """;

        var apply = Of($"{{ {Provider}, {backend} }}").Single();
        ResourcesOf(apply, "s3:DeleteObject").Should().Equal("arn:aws:s3:::states/shop/cluster-blue.tfstate.tflock");
        ResourcesOf(apply, "s3:PutObject")
            .Should()
            .Equal("arn:aws:s3:::states/shop/cluster-blue.tfstate", "arn:aws:s3:::states/shop/cluster-blue.tfstate.tflock");

        var plan = Of($"{{ {Provider}, {backend} }}", planOnly: true).Single();
        ResourcesOf(plan, "s3:ListBucket").Should().Equal("arn:aws:s3:::states");
        ResourcesOf(plan, "s3:GetObject").Should().Equal("arn:aws:s3:::states/shop/cluster-blue.tfstate");
        plan.ToJson().Should().NotContain("PutObject");
    }

    [Fact]
    public void A_long_policy_is_written_in_documents_that_aws_accepts_and_nothing_is_lost()
    {
        var groups = string.Join(",", Enumerable.Range(0, 300).Select(number => $$""" "G{{number}}": { "name": "shop-{{number}}" } """));

        var policy = Of($$"""{ {{Provider}}, "resource": { "aws_lb_target_group": { {{groups}} } } }""").Single();

        var documents = policy.ToManagedPolicies();
        documents.Should().HaveCountGreaterThan(3);
        documents.Select(document => document.Count(character => !char.IsWhiteSpace(character))).Should().OnlyContain(length => length <= 6144);
        PairsOf(documents).Should().BeEquivalentTo(PairsOf([policy.ToJson()]));
    }

    [Fact]
    public void What_only_some_rules_need_is_for_those_rules()
    {
        const string rule = """ "resource": { "aws_lb_listener_rule": { "R": { "listener_arn": "a", "action": [{ "authenticate_cognito": {} }] } } } """;

        Of($"{{ {Provider}, {rule} }}").Single().ToJson().Should().Contain("cognito-idp:DescribeUserPoolClient");
        Of($"{{ {Provider}, {rule.Replace("authenticate_cognito", "forward", StringComparison.Ordinal)} }}").Single().ToJson().Should().NotContain("cognito");
    }

    private static IReadOnlyList<IdentityPolicy> Of(string stack, bool planOnly = false) => RequiredPermissions.Of([JsonElement.Parse(stack)], planOnly);

    private static IEnumerable<string> ResourcesOf(IdentityPolicy policy, string action) =>
        PairsOf([policy.ToJson()]).Where(pair => pair.Action == action).Select(pair => pair.Resource);

    private static IEnumerable<(string Action, string Resource)> PairsOf(IEnumerable<string> documents) =>
        from document in documents
        from statement in JsonElement.Parse(document).GetProperty("Statement").EnumerateArray()
        from action in Texts(statement.GetProperty("Action"))
        from resource in Texts(statement.GetProperty("Resource"))
        select (action, resource);

    private static IEnumerable<string> Texts(JsonElement oneOrMany) =>
        oneOrMany.ValueKind == JsonValueKind.Array ? oneOrMany.EnumerateArray().Select(text => text.GetString()!) : [oneOrMany.GetString()!];
}
