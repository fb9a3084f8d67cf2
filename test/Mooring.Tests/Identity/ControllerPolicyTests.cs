using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.Identity;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Identity;

public class ControllerPolicyTests
{
    private const string Blue = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067";
    private const string Role = "arn:aws:iam::444455556666:role/targets+shared";

    private static readonly string[] s_reads =
    [
        "ec2:DescribeVpcs",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeInstances",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
    ];

    private static readonly string[] s_registers = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"];

    private static readonly string[] s_writes = ["elasticloadbalancing:ModifyTargetGroup", "elasticloadbalancing:ModifyTargetGroupAttributes", .. s_registers];

    private static readonly Dictionary<string, string[]> s_actionsByFile = new()
    {
        ["documented"] = [.. s_reads, .. s_writes],
        ["scoped"] = [.. s_reads, .. s_writes],
        ["strict"] = [.. s_reads, .. s_registers],
        ["networking"] = ["ec2:DescribeNetworkInterfaces", "ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
        ["deregister"] = ["elasticloadbalancing:DeregisterTargets"],
        ["clean-up"] = ["ec2:RevokeSecurityGroupIngress"],
        ["cross-account"] = ["sts:AssumeRole"],
    };

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf("src", "Mooring", "Identity", "Policies")).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_an_iam_policy_of_known_actions(string file)
    {
        var policy = Read(file);

        policy.Select(field => field.Key).Should().Equal("Version", "Statement");
        policy["Version"]!.GetValue<string>().Should().Be("2012-10-17");
        var statements = policy["Statement"]!.AsArray();
        statements
            .Should()
            .AllSatisfy(statement =>
            {
                statement!
                    .AsObject()
                    .Select(field => field.Key)
                    .Should()
                    .BeSubsetOf(["Sid", "Effect", "Action", "Resource", "Condition"])
                    .And.Contain(["Effect", "Action", "Resource"]);
                statement["Effect"]!.GetValue<string>().Should().Be("Allow");
                (statement["Sid"]?.GetValue<string>() ?? "None").Should().MatchRegex("^[0-9A-Za-z]+$");
            });
        statements.SelectMany(Actions).Should().BeEquivalentTo(s_actionsByFile[file]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_file_is_for_one_partition(string file) => Read(file).ToJsonString().Should().NotContain("arn:");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_write_is_scoped_except_in_the_documented_policy(string file)
    {
        var unscoped = Read(file)["Statement"]!
            .AsArray()
            .Where(statement => statement!["Resource"]!.GetValue<string>() == "*" && statement["Condition"] is null)
            .SelectMany(Actions)
            .Where(action => !Regex.IsMatch(action, "^[a-z0-9]+:Describe"));

        unscoped.Should().BeEquivalentTo(file == "documented" ? s_writes : []);
    }

    [Fact]
    public void The_documented_profile_is_the_file()
    {
        ControllerPolicy.Documented.Should().Be(Read("documented").ToJsonString());
        ControllerPolicy
            .Of(new ControllerPermissions { Profile = ControllerPolicyProfile.Documented, TargetGroupArns = [Blue] })
            .Should()
            .Be(ControllerPolicy.Documented);
    }

    [Theory]
    [InlineData(ControllerPolicyProfile.Scoped)]
    [InlineData(ControllerPolicyProfile.Strict)]
    public void A_profile_writes_to_the_target_groups_named_only(ControllerPolicyProfile profile)
    {
        var statements = Statements(new ControllerPermissions { Profile = profile, TargetGroupArns = [Blue, "${TfToken[TOKEN.7]}"] });

        statements.Should().HaveCount(2);
        statements[0]!["Resource"]!.GetValue<string>().Should().Be("*");
        statements[1]!["Resource"]!.ToJsonString().Should().Be($$"""["{{Blue}}","${TfToken[TOKEN.7]}"]""");
    }

    [Fact]
    public void Networking_changes_the_security_groups_of_the_cluster_only()
    {
        var statements = Statements(new ControllerPermissions { TargetGroupArns = [Blue], NetworkingClusterName = "blue" });

        statements
            .Select(statement => statement!["Sid"]!.GetValue<string>())
            .Should()
            .Equal("ReadTargets", "WriteTargets", "ReadNetworkInterfaces", "WriteSecurityGroupRules");
        statements[3]!["Condition"]!.ToJsonString().Should().Be("""{"Null":{"aws:ResourceTag/kubernetes.io/cluster/blue":"false"}}""");
    }

    [Fact]
    public void Targets_of_a_removed_binding_can_be_deregistered()
    {
        var removed = Blue.Replace("blue/73e2d6bc24d8a067", "shop-blue-????????/*", StringComparison.Ordinal);
        var statements = Statements(new ControllerPermissions { TargetGroupArns = [], RemovedTargetGroupArns = [removed] });

        Actions(statements[1]).Should().Equal("elasticloadbalancing:DeregisterTargets");
        statements[1]!["Resource"]!.ToJsonString().Should().Be($"""["{removed}"]""");
    }

    [Fact]
    public void Rules_of_a_removed_binding_can_be_cleaned_up_without_the_right_to_add_any()
    {
        var statements = Statements(new ControllerPermissions { TargetGroupArns = [Blue], ClusterName = "blue" });

        statements[2]!
            .ToJsonString()
            .Should()
            .Be(
                """{"Sid":"RemoveSecurityGroupRules","Effect":"Allow","Action":["ec2:RevokeSecurityGroupIngress"],"Resource":"*","""
                    + """ "Condition":{"Null":{"aws:ResourceTag/kubernetes.io/cluster/blue":"false"}}}""".TrimStart()
            );
        Statements(
                new ControllerPermissions
                {
                    TargetGroupArns = [Blue],
                    ClusterName = "blue",
                    NetworkingClusterName = "blue",
                }
            )
            .Select(statement => statement!["Sid"]!.GetValue<string>())
            .Should()
            .Equal("ReadTargets", "WriteTargets", "ReadNetworkInterfaces", "WriteSecurityGroupRules");
    }

    [Fact]
    public void Target_groups_of_other_accounts_are_reached_through_the_roles_named_only()
    {
        var statements = Statements(new ControllerPermissions { TargetGroupArns = [Blue], AssumableRoleArns = [Role] });

        var resource = Role.Replace("+", "\\u002B", StringComparison.Ordinal);
        statements[2]!.ToJsonString().Should().Be($$"""{"Sid":"AssumeRoles","Effect":"Allow","Action":["sts:AssumeRole"],"Resource":["{{resource}}"]}""");
        ControllerPolicy.Of(new ControllerPermissions { TargetGroupArns = [Blue], AssumableRoleArns = [Role] }).Should().Contain(Role);
    }

    [Fact]
    public void A_controller_with_target_groups_only_in_other_accounts_may_write_to_none_of_its_own_account() =>
        Statements(new ControllerPermissions { TargetGroupArns = [], AssumableRoleArns = [Role] })
            .Select(statement => statement!["Sid"]!.GetValue<string>())
            .Should()
            .Equal("ReadTargets", "AssumeRoles");

    [Fact]
    public void Every_placeholder_of_a_policy_is_filled() =>
        ControllerPolicy
            .Of(
                new ControllerPermissions
                {
                    TargetGroupArns = [Blue],
                    NetworkingClusterName = "blue",
                    AssumableRoleArns = [Role],
                }
            )
            .Should()
            .NotContainAny("<", ">");

    [Fact]
    public void Fails_when_an_arn_is_not_valid()
    {
        var groups = () => ControllerPolicy.Of(new ControllerPermissions { TargetGroupArns = ["blue"] });
        var roles = () => ControllerPolicy.Of(new ControllerPermissions { TargetGroupArns = [Blue], AssumableRoleArns = ["targets"] });

        groups
            .Should()
            .Throw<ArgumentException>()
            .WithMessage(
                "'TargetGroupArns' must be the ARN of a target group, "
                    + "'arn:<partition>:elasticloadbalancing:<region>:<account>:targetgroup/<name>/<id>', got 'blue'"
            );
        roles
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'AssumableRoleArns' must be the ARN of an IAM role, 'arn:<partition>:iam::<account>:role/<name>', got 'targets'");
    }

    private static JsonArray Statements(ControllerPermissions permissions) => JsonNode.Parse(ControllerPolicy.Of(permissions))!["Statement"]!.AsArray();

    private static IEnumerable<string> Actions(JsonNode? statement) => statement!["Action"]!.AsArray().Select(action => action!.GetValue<string>());

    private static JsonObject Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("src", "Mooring", "Identity", "Policies", $"{file}.json")))!.AsObject();
}
