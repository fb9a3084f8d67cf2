using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <content>
/// ARNs, in any partition: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>, <c>aws-eusc</c>, <c>aws-iso-b</c>. Where a region is given, an ARN must be of that
/// region: AWS finds a regional resource nowhere else.
/// </content>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
internal static partial class AwsLimits
{
    private const string Elb = "elasticloadbalancing";
    private const string PartitionId = "aws(-[a-z]+){0,2}";
    private const string Partition = $"arn:{PartitionId}";
    private const string InRegion = $"(?<region>{RegionName})";
    private const string AccountId = "[0-9]{12}";
    private const string KmsKeyRegex = $@"^{Partition}:kms:{InRegion}:{AccountId}:key/[0-9A-Za-z-]+\z";
    private const string RoleRegex = $@"^{Partition}:iam::{AccountId}:role/([!-~]+/)?[0-9A-Za-z_+=,.@-]{{1,64}}\z";
    private const string RolePatternRegex = $@"^{Partition}:iam::{AccountId}:role/([!-~]+/)?[0-9A-Za-z_+=,.@*-]{{1,64}}\z";
    private const string RolesOfPathRegex = $@"^{Partition}:iam::{AccountId}:role/([!-)+->@-~]+/)+\*\z";
    private const string PolicyRegex = $@"^{Partition}:iam::([0-9]{{12}}|aws):policy/([!-~]+/)?[0-9A-Za-z_+=,.@-]{{1,128}}\z";
    private const string PrincipalRegex = $@"^{Partition}:iam::{AccountId}:(role|user)/([!-~]+/)?[0-9A-Za-z_+=,.@-]{{1,64}}\z";
    private const string ServerCertificateRegex = $@"^{Partition}:iam::{AccountId}:server-certificate/([!-~]+/)?[0-9A-Za-z_+=,.@-]{{1,128}}\z";
    private const string CertificateRegex = $@"^{Partition}:acm:{InRegion}:{AccountId}:certificate/[0-9A-Za-z-]+\z";
    private const string LoadBalancerRegex = $@"^{Partition}:{Elb}:{InRegion}:{AccountId}:loadbalancer/app/(?<name>[0-9A-Za-z-]{{1,32}})/[0-9a-f]{{16}}\z";
    private const string ListenerRegex = $@"^{Partition}:{Elb}:{InRegion}:{AccountId}:listener/app/[0-9A-Za-z-]{{1,32}}/[0-9a-f]{{16}}/[0-9a-f]{{16}}\z";
    private const string ListenerRuleRegex = $@"^{Partition}:{Elb}:{InRegion}:{AccountId}:listener-rule/app/[0-9A-Za-z-]{{1,32}}(/[0-9a-f]{{16}}){{3}}\z";
    private const string TargetGroupRegex = $@"^{Partition}:{Elb}:{InRegion}:{AccountId}:targetgroup/(?<name>[0-9A-Za-z-]{{1,32}})/[0-9a-f]{{16}}\z";
    private const string TrustStoreRegex = $@"^{Partition}:{Elb}:{InRegion}:{AccountId}:truststore/[0-9A-Za-z-]{{1,32}}/[0-9a-f]{{16}}\z";
    private const string WebAclRegex = $@"^{Partition}:wafv2:{InRegion}:{AccountId}:regional/webacl/[0-9A-Za-z_-]{{1,128}}/[0-9a-f-]+\z";
    private const string UserPoolRegex = $@"^{Partition}:cognito-idp:{InRegion}:{AccountId}:userpool/[a-z0-9-]+_[0-9A-Za-z]+\z";

    /// <summary>The ARN of a KMS key. An alias is not accepted: AWS returns the ARN of the key, and Terraform would see a difference.</summary>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN"/>
    [Pattern(KmsKeyRegex)]
    public static string? KmsKeyArn(string value, string? region = null) => Arn(KmsKeyPattern(), value, "a KMS key", "kms:<region>:<account>:key/<id>", region);

    /// <summary>The ARN of an IAM role.</summary>
    [Pattern(RoleRegex)]
    public static string? RoleArn(string value) => Arn(RolePattern(), value, "an IAM role", "iam::<account>:role/<name>");

    /// <summary>ARNs of IAM roles, in which a <c>*</c> matches any text.</summary>
    public static string? RoleArnPattern(string value) => Arn(RolePatternPattern(), value, "an IAM role", "iam::<account>:role/<name>");

    /// <summary>ARNs of all IAM roles with a path: the path is literal, and <c>*</c> is in the place of the name.</summary>
    public static string? RoleArnsOfPath(string value) => Arn(RolesOfPathPattern(), value, "all IAM roles of a path", "iam::<account>:role/<path>/*");

    /// <summary>The ARN of an IAM policy: customer managed or AWS managed.</summary>
    [Pattern(PolicyRegex)]
    public static string? PolicyArn(string value) => Arn(PolicyPattern(), value, "an IAM policy", "iam::<account>:policy/<name>");

    /// <summary>The ARN of an IAM role or user.</summary>
    [Pattern(PrincipalRegex)]
    public static string? PrincipalArn(string value) => Arn(PrincipalPattern(), value, "an IAM role or user", "iam::<account>:role/<name>");

    /// <summary>The ARN of a certificate that a load balancer can have: of ACM in its region, or of IAM, which has no regions.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Certificate.html"/>
    [Pattern($"{CertificateRegex}|{ServerCertificateRegex}")]
    public static string? AcmCertificateArn(string value, string? region = null) =>
        Arn(ServerCertificatePattern(), value, string.Empty, string.Empty) is null
            ? null
            : Arn(CertificatePattern(), value, "a certificate", "acm:<region>:<account>:certificate/<id>", region);

    /// <summary>The ARN of an Application Load Balancer.</summary>
    /// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html"/>
    [Pattern(LoadBalancerRegex)]
    public static string? LoadBalancerArn(string value, string? region = null) =>
        Arn(LoadBalancerPattern(), value, "an Application Load Balancer", $"{Elb}:<region>:<account>:loadbalancer/app/<name>/<id>", region);

    /// <summary>The ARN of a listener of an Application Load Balancer.</summary>
    [Pattern(ListenerRegex)]
    public static string? ListenerArn(string value, string? region = null) =>
        Arn(ListenerPattern(), value, "a listener", $"{Elb}:<region>:<account>:listener/app/<name>/<id>/<id>", region);

    /// <summary>The ARN of a rule of a listener of an Application Load Balancer.</summary>
    [Pattern(ListenerRuleRegex)]
    public static string? ListenerRuleArn(string value, string? region = null) =>
        Arn(ListenerRulePattern(), value, "a listener rule", $"{Elb}:<region>:<account>:listener-rule/app/<name>/<id>/<id>/<id>", region);

    /// <summary>The ARN of a target group.</summary>
    [Pattern(TargetGroupRegex)]
    public static string? TargetGroupArn(string value, string? region = null) =>
        Arn(TargetGroupPattern(), value, "a target group", $"{Elb}:<region>:<account>:targetgroup/<name>/<id>", region);

    /// <summary>The ARN of a trust store, which a listener verifies the certificates of its clients with.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html"/>
    [Pattern(TrustStoreRegex)]
    public static string? TrustStoreArn(string value, string? region = null) =>
        Arn(TrustStorePattern(), value, "a trust store", $"{Elb}:<region>:<account>:truststore/<name>/<id>", region);

    /// <summary>The ARN of a web ACL of AWS WAF that load balancers can have. The global web ACLs of CloudFront are not accepted.</summary>
    /// <seealso href="https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html"/>
    [Pattern(WebAclRegex)]
    public static string? WebAclArn(string value, string? region = null) =>
        Arn(WebAclPattern(), value, "a regional web ACL", "wafv2:<region>:<account>:regional/webacl/<name>/<id>", region);

    /// <summary>The ARN of a user pool of Amazon Cognito.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html"/>
    [Pattern(UserPoolRegex)]
    public static string? UserPoolArn(string value, string? region = null) =>
        Arn(UserPoolPattern(), value, "a Cognito user pool", "cognito-idp:<region>:<account>:userpool/<id>", region);

    /// <summary>The name in the ARN of an Application Load Balancer; none where the ARN is a token or no such ARN.</summary>
    public static string? LoadBalancerNameOf(string arn) => Name(LoadBalancerPattern(), arn);

    /// <summary>The name in the ARN of a target group; none where the ARN is a token or no such ARN.</summary>
    public static string? TargetGroupNameOf(string arn) => Name(TargetGroupPattern(), arn);

    /// <summary>The account in an ARN; empty where there is none.</summary>
    public static string AccountOf(string arn) => arn.Split(':') is [_, _, _, _, var account, ..] ? account : string.Empty;

    private static string? Arn(Regex pattern, string value, string what, string form, string? region = null)
    {
        if (Limit.IsToken(value))
        {
            return null;
        }

        var arn = pattern.Match(value);
        return !arn.Success ? $"must be the ARN of {what}, 'arn:<partition>:{form}', got '{value}'"
            : region is null || Limit.IsToken(region) || arn.Groups["region"].Value == region ? null
            : $"must be the ARN of {what} in region {region}, got '{value}'";
    }

    private static string? Name(Regex pattern, string value) =>
        !Limit.IsToken(value) && pattern.Match(value) is { Success: true } arn ? arn.Groups["name"].Value : null;

    [GeneratedRegex(KmsKeyRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex KmsKeyPattern();

    [GeneratedRegex(RoleRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex RolePattern();

    [GeneratedRegex(RolePatternRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex RolePatternPattern();

    [GeneratedRegex(RolesOfPathRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex RolesOfPathPattern();

    [GeneratedRegex(PolicyRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex PolicyPattern();

    [GeneratedRegex(PrincipalRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex PrincipalPattern();

    [GeneratedRegex(ServerCertificateRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex ServerCertificatePattern();

    [GeneratedRegex(CertificateRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex CertificatePattern();

    [GeneratedRegex(LoadBalancerRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex LoadBalancerPattern();

    [GeneratedRegex(ListenerRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex ListenerPattern();

    [GeneratedRegex(ListenerRuleRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex ListenerRulePattern();

    [GeneratedRegex(TargetGroupRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex TargetGroupPattern();

    [GeneratedRegex(TrustStoreRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex TrustStorePattern();

    [GeneratedRegex(WebAclRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex WebAclPattern();

    [GeneratedRegex(UserPoolRegex, RegexOptions.ExplicitCapture)]
    private static partial Regex UserPoolPattern();
}
