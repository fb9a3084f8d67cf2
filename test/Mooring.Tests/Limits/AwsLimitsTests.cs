using FluentAssertions;
using Mooring.Limits;
using Xunit;

namespace Mooring.Tests.Limits;

public class AwsLimitsTests
{
    private const string Token = "${aws_kms_key.key.arn}";

    private static readonly Dictionary<string, Func<string, string?, string?>> s_arns = new()
    {
        ["kms key"] = AwsLimits.KmsKeyArn,
        ["certificate"] = AwsLimits.AcmCertificateArn,
        ["load balancer"] = AwsLimits.LoadBalancerArn,
        ["listener"] = AwsLimits.ListenerArn,
        ["listener rule"] = AwsLimits.ListenerRuleArn,
        ["target group"] = AwsLimits.TargetGroupArn,
        ["trust store"] = AwsLimits.TrustStoreArn,
        ["web acl"] = AwsLimits.WebAclArn,
        ["user pool"] = AwsLimits.UserPoolArn,
        ["role"] = (value, _) => AwsLimits.RoleArn(value),
        ["policy"] = (value, _) => AwsLimits.PolicyArn(value),
        ["principal"] = (value, _) => AwsLimits.PrincipalArn(value),
    };

    public static TheoryData<string, string> Arns =>
        new()
        {
            { "kms key", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" },
            { "kms key", "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab" },
            { "certificate", "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555" },
            { "certificate", "arn:aws-cn:iam::111122223333:server-certificate/shop/public.example.com" },
            { "load balancer", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-public/50dc6c495c0c9188" },
            { "listener", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2" },
            {
                "listener rule",
                "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee"
            },
            { "target group", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067" },
            { "trust store", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/clients/73e2d6bc24d8a067" },
            { "web acl", "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop_public/473e64fd-f30b-4765-81a0-62ad96dd167a" },
            { "user pool", "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_EXAMPLE12" },
            { "role", "arn:aws:iam::111122223333:role/platform/eks/blue-aws-lb-controller" },
            { "policy", "arn:aws:iam::aws:policy/PowerUserAccess" },
            { "policy", "arn:aws-us-gov:iam::111122223333:policy/boundaries/workload" },
            { "principal", "arn:aws:iam::111122223333:user/ops" },
            { "principal", "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Platform_0123456789abcdef" },
        };

    [Theory]
    [MemberData(nameof(Arns))]
    public void Each_kind_of_arn_is_checked(string kind, string arn) => s_arns[kind](arn, "eu-west-1").Should().BeNull();

    [Theory]
    [MemberData(nameof(Arns))]
    public void Each_kind_of_arn_is_accepted_in_every_partition(string kind, string arn)
    {
        foreach (var partition in new[] { "arn:aws:", "arn:aws-cn:", "arn:aws-us-gov:" })
        {
            s_arns[kind](partition + arn[(arn.IndexOf(':', 4) + 1)..], null).Should().BeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Arns))]
    public void No_kind_of_arn_is_accepted_for_another(string kind, string arn) =>
        s_arns
            .Where(other => other.Value(arn, null) is null)
            .Select(other => other.Key)
            .Should()
            .BeEquivalentTo(kind is "principal" or "role" && arn.Contains(":role/") ? ["role", "principal"] : new[] { kind });

    [Theory]
    [MemberData(nameof(Arns))]
    public void A_token_is_not_checked(string kind, string arn)
    {
        s_arns[kind](Token, "eu-west-1").Should().BeNull();
        s_arns[kind](arn, "${data.aws_region.here.name}").Should().BeNull();
    }

    [Theory]
    [InlineData(
        "kms key",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "must be the ARN of a KMS key, 'arn:<partition>:kms:<region>:<account>:key/<id>', got '1234abcd-12ab-34cd-56ef-1234567890ab'"
    )]
    [InlineData(
        "kms key",
        "arn:aws:kms:eu-west-1:111122223333:alias/eks",
        "must be the ARN of a KMS key, 'arn:<partition>:kms:<region>:<account>:key/<id>', got 'arn:aws:kms:eu-west-1:111122223333:alias/eks'"
    )]
    [InlineData(
        "kms key",
        "arn:aws:kms:eu-central-1:111122223333:key/1",
        "must be the ARN of a KMS key in region eu-west-1, got 'arn:aws:kms:eu-central-1:111122223333:key/1'"
    )]
    [InlineData(
        "certificate",
        "arn:aws:acm:us-east-1:111122223333:certificate/1",
        "must be the ARN of a certificate in region eu-west-1, got 'arn:aws:acm:us-east-1:111122223333:certificate/1'"
    )]
    [InlineData(
        "web acl",
        "arn:aws:wafv2:us-east-1:111122223333:global/webacl/cdn/473e64fd",
        "must be the ARN of a regional web ACL, 'arn:<partition>:wafv2:<region>:<account>:regional/webacl/<name>/<id>', got "
            + "'arn:aws:wafv2:us-east-1:111122223333:global/webacl/cdn/473e64fd'"
    )]
    [InlineData(
        "load balancer",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/50dc6c495c0c9188",
        "must be the ARN of an Application Load Balancer, 'arn:<partition>:elasticloadbalancing:<region>:<account>:loadbalancer/app/<name>/<id>', "
            + "got 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/50dc6c495c0c9188'"
    )]
    [InlineData(
        "role",
        "arn:aws:sts::111122223333:assumed-role/platform/session",
        "must be the ARN of an IAM role, 'arn:<partition>:iam::<account>:role/<name>', got 'arn:aws:sts::111122223333:assumed-role/platform/session'"
    )]
    [InlineData(
        "role",
        "arn:aws:iam::aws:role/platform",
        "must be the ARN of an IAM role, 'arn:<partition>:iam::<account>:role/<name>', got 'arn:aws:iam::aws:role/platform'"
    )]
    [InlineData(
        "role",
        "arn:aws:iam:eu-west-1:111122223333:role/platform",
        "must be the ARN of an IAM role, 'arn:<partition>:iam::<account>:role/<name>', got 'arn:aws:iam:eu-west-1:111122223333:role/platform'"
    )]
    public void An_invalid_arn_is_an_error(string kind, string arn, string fault) => s_arns[kind](arn, "eu-west-1").Should().Be(fault);

    [Fact]
    public void A_name_is_read_out_of_an_arn()
    {
        AwsLimits
            .LoadBalancerNameOf("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-public/50dc6c495c0c9188")
            .Should()
            .Be("shop-public");
        AwsLimits.TargetGroupNameOf("arn:aws-cn:elasticloadbalancing:cn-north-1:111122223333:targetgroup/blue/73e2d6bc24d8a067").Should().Be("blue");
        AwsLimits.TargetGroupNameOf("${aws_lb_target_group.blue.arn}").Should().BeNull();
        AwsLimits.TargetGroupNameOf("blue").Should().BeNull();
    }

    [Theory]
    [InlineData("sg-0a1b2c3d4e5f60718")]
    [InlineData("sg-0a1b2c3d")]
    [InlineData("${aws_security_group.nodes.id}")]
    public void Security_groups_have_ids_of_8_or_17_digits(string id) => AwsLimits.SecurityGroupId(id).Should().BeNull();

    [Fact]
    public void An_id_of_another_type_is_an_error()
    {
        AwsLimits.SecurityGroupId("sg-1").Should().Be("must be 'sg-' and 8 or 17 hexadecimal digits, got 'sg-1'");
        AwsLimits.PrefixListId("pl-0123456789abcdef0").Should().BeNull();
        AwsLimits.PrefixListId("sg-0a1b2c3d").Should().Be("must be 'pl-' and 8 or 17 hexadecimal digits, got 'sg-0a1b2c3d'");
    }

    [Fact]
    public void Tags_are_fifty_at_most()
    {
        AwsLimits.Tags(Tags(50)).Should().BeNull();
        AwsLimits.Tags(Tags(51)).Should().Be("must have at most 50 entries, got 51");
        AwsLimits
            .Tags(new Dictionary<string, string>(Tags(51)) { ["aws:team"] = "value" })
            .Should()
            .Be("must not have a key that begins with 'aws:', got 'aws:team'", "a tag that AWS refuses is named before they are counted");

        static Dictionary<string, string> Tags(int count) => Enumerable.Range(1, count).ToDictionary(number => $"tag-{number}", _ => "value");
    }

    [Theory]
    [InlineData("team", "platform")]
    [InlineData("kubernetes.io/cluster/blue", "owned")]
    [InlineData("Käse", "")]
    [InlineData("owner", "${data.aws_caller_identity.me.arn}")]
    [InlineData("${local.cost_center}", "shop")]
    public void Valid_tags_are_accepted(string key, string value) => AwsLimits.Tags(new Dictionary<string, string> { [key] = value }).Should().BeNull();

    [Theory]
    [InlineData("", "x", "must have keys of 1 to 128 letters, digits, spaces and '_.:/=+-@', got ''")]
    [InlineData("team;", "x", "must have keys of 1 to 128 letters, digits, spaces and '_.:/=+-@', got 'team;'")]
    [InlineData("AWS:team", "x", "must not have a key that begins with 'aws:', got 'AWS:team'")]
    [InlineData("team;", "a\nb", "must have keys of 1 to 128 letters, digits, spaces and '_.:/=+-@', got 'team;'")]
    [InlineData("team", "a\nb", "must have values of at most 256 letters, digits, spaces and '_.:/=+-@', got 'a\nb' (3 characters)")]
    public void An_invalid_tag_is_an_error(string key, string value, string fault) =>
        AwsLimits.Tags(new Dictionary<string, string> { [key] = value }).Should().Be(fault);
}
