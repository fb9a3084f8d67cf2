using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>The data sources of the AWS provider: resources of the stacks, found by name, and values of AWS itself.</summary>
internal static class Lookups
{
    /// <summary>The data sources.</summary>
    public static IEnumerable<DataSource> DataSources =>
        [
            Found("aws_lb", "aws_lb", ["name", "arn"], "reading ELBv2 Load Balancers: couldn't find resource: '{0}'"),
            Found("aws_lb_listener", "aws_lb_listener", ["arn", "load_balancer_arn", "port"], "reading ELBv2 Listener: empty result: '{0}'"),
            Found("aws_lb_target_group", "aws_lb_target_group", ["name", "arn"], "reading ELBv2 Target Groups: couldn't find resource: '{0}'"),
            Found("aws_security_group", "aws_security_group", ["name", "id", "vpc_id"], "no matching EC2 Security Group found: '{0}'"),
            Found("aws_eks_cluster", "aws_eks_cluster", ["name"], "reading EKS Cluster ({0}): couldn't find resource"),
            Found("aws_iam_role", "aws_iam_role", ["name"], "reading IAM Role ({0}): couldn't find resource"),
            Found(
                "aws_iam_openid_connect_provider",
                "aws_iam_openid_connect_provider",
                ["url", "arn"],
                "reading IAM OIDC Provider ({0}): couldn't find resource"
            ),
            Found(
                "aws_secretsmanager_secret_version",
                "aws_secretsmanager_secret_version",
                ["secret_id"],
                "reading Secrets Manager Secret Version ({0}): couldn't find resource"
            ),
            new("aws_ssm_parameter", (configuration, context) => PublicParameter(configuration["name"].Text!, (AwsContext)context)),
            ClusterToken.DataSource,
            new("aws_iam_policy_document", (configuration, _) => PolicyDocument.Of(configuration)),
            new("aws_caller_identity", (_, context) => CallerIdentity((AwsContext)context)),
            new("aws_partition", (_, context) => Partition((AwsContext)context)),
        ];

    /// <summary>A data source that finds a managed resource by some of its attributes.</summary>
    private static DataSource Found(string name, string resource, string[] by, string missing) =>
        new(
            name,
            (configuration, context) =>
            {
                var asked = by.Where(attribute => !configuration[attribute].IsNull).ToArray();
                return context.Of(resource).FirstOrDefault(each => asked.All(attribute => IsSame(each[attribute], configuration[attribute])))
                    ?? throw new RemoteException(missing.Replace("{0}", configuration[asked[0]].Text, StringComparison.Ordinal));
            }
        );

    /// <summary>IAM stores the URL of a provider without its scheme, and accepts it with and without.</summary>
    private static bool IsSame(Value one, Value other) =>
        one == other || (one.Text is { } text && WithoutScheme(text) == WithoutScheme(other.Text ?? string.Empty));

    private static string WithoutScheme(string url) => url.Replace("https://", string.Empty, StringComparison.Ordinal);

    /// <summary>The machine images that EKS publishes are available in every account.</summary>
    private static Value PublicParameter(string name, AwsContext aws)
    {
        if (!name.StartsWith("/aws/service/", StringComparison.Ordinal))
        {
            throw new RemoteException($"reading SSM Parameter ({name}): couldn't find resource");
        }

        var image = $"ami-0{aws.Account.MadeUp(16, "aws_ssm_parameter", name)}";
        return Value.Object([
            new("id", name),
            new("arn", $"arn:{aws.Partition}:ssm:{aws.Region}::parameter{name}"),
            new("type", "String"),
            new("value", image),
            new("insecure_value", image),
            new("version", 1),
        ]);
    }

    private static Value CallerIdentity(AwsContext aws)
    {
        var arn = $"arn:{aws.Partition}:sts::{aws.AccountId}:assumed-role/{aws.Caller}/rehearsal";
        return Value.Object([new("id", aws.AccountId), new("account_id", aws.AccountId), new("arn", arn), new("user_id", "AROAEXAMPLEREHEARSAL0:rehearsal")]);
    }

    private static Value Partition(AwsContext aws) =>
        Value.Object([
            new("id", aws.Partition),
            new("partition", aws.Partition),
            new("dns_suffix", aws.DnsSuffix),
            new("reverse_dns_prefix", string.Join('.', aws.DnsSuffix.Split('.').Reverse())),
        ]);
}
