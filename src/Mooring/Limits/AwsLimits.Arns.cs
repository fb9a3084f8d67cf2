using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <content>
/// ARNs, in the partitions <c>aws</c>, <c>aws-cn</c> and <c>aws-us-gov</c>. Where a region is given, an ARN must be of that
/// region: AWS finds a regional resource nowhere else.
/// </content>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
internal static partial class AwsLimits
{
    /// <summary>The ARN of a KMS key. That of an alias is none: AWS answers with the key's, and Terraform sees a difference.</summary>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN"/>
    public static string? KmsKeyArn(string value, string? region = null)
        => Arn("kms", KmsKeyPattern(), value, "a KMS key", "kms:<region>:<account>:key/<id>", region);

    /// <summary>The ARN of an IAM role.</summary>
    public static string? RoleArn(string value)
        => Arn("iam", RolePattern(), value, "an IAM role", "iam::<account>:role/<name>");

    /// <summary>The ARN of an IAM policy, an account's own or one that AWS keeps.</summary>
    public static string? PolicyArn(string value)
        => Arn("iam", PolicyPattern(), value, "an IAM policy", "iam::<account>:policy/<name>");

    /// <summary>The ARN of an IAM role or user.</summary>
    public static string? PrincipalArn(string value)
        => Arn("iam", PrincipalPattern(), value, "an IAM role or user", "iam::<account>:role/<name>");

    /// <summary>The ARN of a certificate that a load balancer can have: of ACM in its region, or of IAM, which has no regions.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Certificate.html"/>
    public static string? AcmCertificateArn(string value, string? region = null)
        => Arn("iam", ServerCertificatePattern(), value, string.Empty, string.Empty) is null
            ? null
            : Arn("acm", CertificatePattern(), value, "a certificate", "acm:<region>:<account>:certificate/<id>", region);

    /// <summary>The ARN of an Application Load Balancer.</summary>
    /// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html"/>
    public static string? LoadBalancerArn(string value, string? region = null)
        => Arn(Elb, LoadBalancerPattern(), value, "an Application Load Balancer", $"{Elb}:<region>:<account>:loadbalancer/app/<name>/<id>", region);

    /// <summary>The ARN of a listener of an Application Load Balancer.</summary>
    public static string? ListenerArn(string value, string? region = null)
        => Arn(Elb, ListenerPattern(), value, "a listener", $"{Elb}:<region>:<account>:listener/app/<name>/<id>/<id>", region);

    /// <summary>The ARN of a rule of a listener of an Application Load Balancer.</summary>
    public static string? ListenerRuleArn(string value, string? region = null)
        => Arn(Elb, ListenerRulePattern(), value, "a listener rule", $"{Elb}:<region>:<account>:listener-rule/app/<name>/<id>/<id>/<id>", region);

    /// <summary>The ARN of a target group.</summary>
    public static string? TargetGroupArn(string value, string? region = null)
        => Arn(Elb, TargetGroupPattern(), value, "a target group", $"{Elb}:<region>:<account>:targetgroup/<name>/<id>", region);

    /// <summary>The ARN of a trust store, which a listener verifies the certificates of its clients with.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html"/>
    public static string? TrustStoreArn(string value, string? region = null)
        => Arn(Elb, TrustStorePattern(), value, "a trust store", $"{Elb}:<region>:<account>:truststore/<name>/<id>", region);

    /// <summary>The ARN of a web ACL of AWS WAF that load balancers can have. One for CloudFront, which is global, is none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html"/>
    public static string? WebAclArn(string value, string? region = null)
        => Arn("wafv2", WebAclPattern(), value, "a regional web ACL", "wafv2:<region>:<account>:regional/webacl/<name>/<id>", region);

    /// <summary>The ARN of a user pool of Amazon Cognito.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html"/>
    public static string? UserPoolArn(string value, string? region = null)
        => Arn("cognito-idp", UserPoolPattern(), value, "a Cognito user pool", "cognito-idp:<region>:<account>:userpool/<id>", region);

    /// <summary>The name in the ARN of an Application Load Balancer; none where the ARN is a token or no such ARN.</summary>
    public static string? LoadBalancerNameOf(string arn) => Name(LoadBalancerPattern(), arn);

    /// <summary>The name in the ARN of a target group; none where the ARN is a token or no such ARN.</summary>
    public static string? TargetGroupNameOf(string arn) => Name(TargetGroupPattern(), arn);

    private const string Elb = "elasticloadbalancing";

    private static string? Arn(string service, Regex resource, string value, string what, string form, string? region = null)
    {
        if (Limit.IsToken(value))
        {
            return null;
        }

        var arn = ArnPattern().Match(value);
        var isArn = arn.Success && arn.Groups["service"].Value == service && resource.IsMatch(arn.Groups["resource"].Value)
            && (arn.Groups["region"].Length == 0) == (service == "iam")
            && (arn.Groups["account"].Value != "aws" || resource == PolicyPattern());
        return !isArn ? $"must be the ARN of {what}, 'arn:<partition>:{form}', got '{value}'"
            : region is null || Limit.IsToken(region) || arn.Groups["region"].Value == region ? null
            : $"must be the ARN of {what} in region {region}, got '{value}'";
    }

    private static string? Name(Regex resource, string value)
        => !Limit.IsToken(value) && ArnPattern().Match(value) is { Success: true } arn
            && arn.Groups["service"].Value == Elb && resource.Match(arn.Groups["resource"].Value) is { Success: true } match
                ? match.Groups["name"].Value
                : null;

    [GeneratedRegex(@"^arn:(aws|aws-cn|aws-us-gov):(?<service>[a-z0-9-]+):(?<region>([a-z]{2}(-[a-z]+)+-[0-9])?):(?<account>[0-9]{12}|aws):(?<resource>\S+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ArnPattern();

    [GeneratedRegex(@"^key/[0-9A-Za-z-]+\z")]
    private static partial Regex KmsKeyPattern();

    [GeneratedRegex(@"^role/([!-~]+/)?[0-9A-Za-z_+=,.@-]{1,64}\z")]
    private static partial Regex RolePattern();

    [GeneratedRegex(@"^policy/([!-~]+/)?[0-9A-Za-z_+=,.@-]{1,128}\z")]
    private static partial Regex PolicyPattern();

    [GeneratedRegex(@"^(role|user)/([!-~]+/)?[0-9A-Za-z_+=,.@-]{1,64}\z")]
    private static partial Regex PrincipalPattern();

    [GeneratedRegex(@"^server-certificate/([!-~]+/)?[0-9A-Za-z_+=,.@-]{1,128}\z")]
    private static partial Regex ServerCertificatePattern();

    [GeneratedRegex(@"^certificate/[0-9A-Za-z-]+\z")]
    private static partial Regex CertificatePattern();

    [GeneratedRegex(@"^loadbalancer/app/(?<name>[0-9A-Za-z-]{1,32})/[0-9a-f]{16}\z")]
    private static partial Regex LoadBalancerPattern();

    [GeneratedRegex(@"^listener/app/[0-9A-Za-z-]{1,32}/[0-9a-f]{16}/[0-9a-f]{16}\z")]
    private static partial Regex ListenerPattern();

    [GeneratedRegex(@"^listener-rule/app/[0-9A-Za-z-]{1,32}(/[0-9a-f]{16}){3}\z")]
    private static partial Regex ListenerRulePattern();

    [GeneratedRegex(@"^targetgroup/(?<name>[0-9A-Za-z-]{1,32})/[0-9a-f]{16}\z")]
    private static partial Regex TargetGroupPattern();

    [GeneratedRegex(@"^truststore/[0-9A-Za-z-]{1,32}/[0-9a-f]{16}\z")]
    private static partial Regex TrustStorePattern();

    [GeneratedRegex(@"^regional/webacl/[0-9A-Za-z_-]{1,128}/[0-9a-f-]+\z")]
    private static partial Regex WebAclPattern();

    [GeneratedRegex(@"^userpool/[a-z0-9-]+_[0-9A-Za-z]+\z")]
    private static partial Regex UserPoolPattern();
}
