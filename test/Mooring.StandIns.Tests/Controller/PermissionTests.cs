using FluentAssertions;
using Mooring.StandIns.Controller;
using Xunit;
using static Mooring.StandIns.Tests.Controller.PretendedCluster;

namespace Mooring.StandIns.Tests.Controller;

/// <summary>A controller may do what its role allows. What it may not is an event at its bindings, and no error of Terraform.</summary>
public sealed class PermissionTests : ControllerTest
{
    [Theory]
    [InlineData("ec2:Describe*", "UnauthorizedOperation", "ec2:DescribeSecurityGroups")]
    [InlineData("elasticloadbalancing:DescribeTargetHealth", "AccessDenied", "elasticloadbalancing:DescribeTargetHealth")]
    [InlineData("elasticloadbalancing:RegisterTargets", "AccessDenied", "elasticloadbalancing:RegisterTargets")]
    public void Without_a_permission_no_target_is_registered_until_the_role_has_it(string taken, string code, string action)
    {
        Blue.Deny(taken);
        Blue.Install();

        Blue.Bind(Binding(Group));

        ClustersIn(Group).Should().BeEmpty();
        Blue.LastEvent.Reason.Should().Be("FailedReconcile");
        Blue.LastEvent.Message.Should().Contain($"api error {code}").And.EndWith($"no identity-based policy allows the {action} action");

        Blue.Allow();
        ClustersIn(Group).Should().Equal("blue");
        Problem.Should().BeNull();
    }

    /// <summary>The webhook looks the target group up.</summary>
    [Fact]
    public void Without_the_permission_to_describe_target_groups_a_binding_is_refused()
    {
        Blue.Deny("elasticloadbalancing:DescribeTargetGroups");
        Blue.Install();

        Refused(() => Blue.Bind(Binding(Group)))
            .Should()
            .StartWith("failed to create resource: admission webhook \"mtargetgroupbinding.elbv2.k8s.aws\" denied the request: operation error Elastic Load");
    }

    [Fact]
    public void Targets_may_be_written_in_the_named_groups_only()
    {
        var other = Aws.CreateTargetGroup("other");
        Blue.Permit(
            $$"""
            {"Statement":[
            {"Effect":"Allow","Action":["ec2:Describe*","elasticloadbalancing:Describe*"],"Resource":"*"},
            {"Effect":"Allow","Action":"elasticloadbalancing:*Targets","Resource":"arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/*"}]}
            """
        );
        Blue.Install();

        Blue.Bind(Binding(Group), Binding(other, name: "other"));

        ClustersIn(Group).Should().Equal("blue");
        ClustersIn(other).Should().BeEmpty();
        Aws.Account.BindingEvents()
            .Single(each => each.Reason == "FailedReconcile")
            .Message.Should()
            .Contain($"elasticloadbalancing:RegisterTargets on resource: {other["arn"].Text}");
    }

    [Fact]
    public void Without_the_permission_to_deregister_a_deletion_waits()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));
        Blue.Deny("elasticloadbalancing:DeregisterTargets");

        Refused(() => Blue.Destroy(BindingsRelease)).Should().Be("uninstallation completed with 1 error(s): timed out waiting for the condition");

        Aws.Account.Of("helm_release").Select(release => release.Value["name"].Text).Should().Equal([ControllerRelease], "Helm has forgotten the bindings");
        Aws.Account.Bindings().Single().IsTerminating.Should().BeTrue();
        Blue.LastEvent.Reason.Should().Be("FailedCleanup");

        Blue.Allow();
        Aws.Account.Bindings().Should().BeEmpty();
    }

    [Fact]
    public void A_role_of_another_service_account_gives_no_credentials()
    {
        Aws.Create("aws_iam_role", """{ "name": "other", "assume_role_policy": "{\"Statement\":[]}" }""");
        Blue.Install(roleArn: "arn:aws:iam::111122223333:role/other");

        Refused(() => Blue.Bind(Binding(Group))).Should().Contain("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    [Theory]
    [InlineData("ec2:DescribeVpcs", "*", true)]
    [InlineData("EC2:describevpcs", "*", true)]
    [InlineData("ec2:RunInstances", "*", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::logs/a/b", true)]
    [InlineData("s3:GetObject", "arn:aws:s3:::other/a", false)]
    [InlineData("s3:DeleteObject", "arn:aws:s3:::logs/a", false)]
    [InlineData("ec2:RevokeSecurityGroupIngress", "*", true)]
    [InlineData("sqs:SendMessage", "*", false)]
    public void A_policy_allows_what_a_statement_allows_and_none_denies(string action, string resource, bool isAllowed)
    {
        const string policy = """
            {"Statement":[
            {"Effect":"Allow","Action":"ec2:Describe*","Resource":"*"},
            {"Effect":"Allow","Action":["s3:*"],"Resource":["arn:aws:s3:::logs/*"]},
            {"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"},
            {"Effect":"Allow","Action":"ec2:RevokeSecurityGroupIngress","Resource":"*",
             "Condition":{"Null":{"aws:ResourceTag/kubernetes.io/cluster/blue":"false"}}},
            {"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*","Condition":{"Null":{"aws:ResourceTag/kubernetes.io/cluster/green":"false"}}}]}
            """;
        Blue.Permit(policy);
        var request = new AwsRequest(action, resource)
        {
            Context = new Dictionary<string, string> { ["aws:ResourceTag/kubernetes.io/cluster/blue"] = "owned" },
        };

        RolePolicy.Of(Aws.Account, "arn:aws:iam::111122223333:role/blue-controller")!.Allows(request).Should().Be(isAllowed);
    }
}
