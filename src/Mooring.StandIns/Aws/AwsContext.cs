using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>The configured AWS provider: a region of the simulated account, or of the account of the role that it assumes.</summary>
internal sealed class AwsContext(PretendedAccount account, Value configuration) : ProviderContext(account)
{
    /// <summary>The scope of what is in the region. That of Terraform's own account, and of the fleet's region, is empty.</summary>
    public override string Scope => AccountId == Account.AccountId && (Account.Region ?? Region) == Region ? string.Empty : $"{AccountId}/{Region}";

    /// <summary>Id of the account: of the role that is assumed, or of Terraform's own credentials.</summary>
    public string AccountId { get; } = RoleOf(configuration) is { } role ? PretendedAccount.AccountOf(role) : account.AccountId;

    /// <summary>ARN of the role that a configuration assumes; <see langword="null"/> for none.</summary>
    public static string? RoleOf(Value configuration) => configuration.At("assume_role", "role_arn").Text;

    /// <summary>IAM has no regions.</summary>
    public override string ScopeOf(string type) =>
        !type.StartsWith("aws_iam_", StringComparison.Ordinal) ? Scope
        : AccountId == Account.AccountId ? string.Empty
        : AccountId;

    /// <inheritdoc/>
    public override IEnumerable<string> IdsOf(string type) => ScopeOf(type) is { Length: > 0 } scope ? [scope] : [];

    /// <summary>The region: <c>eu-west-1</c>.</summary>
    public string Region { get; } = configuration["region"].Text ?? throw new RemoteException("Invalid provider configuration: missing region");

    /// <summary>The partition that the region is in.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
    public string Partition =>
        Region.Split('-')[0..2] switch
        {
            ["cn", _] => "aws-cn",
            ["us", "gov"] => "aws-us-gov",
            ["eusc", _] => "aws-eusc",
            [_, ['i', 's', 'o', .. var rest]] => rest.Length == 0 ? "aws-iso" : $"aws-iso-{rest}",
            _ => "aws",
        };

    /// <summary>The DNS suffix of the partition.</summary>
    /// <seealso href="https://github.com/aws/aws-sdk-go-v2/blob/main/internal/endpoints/awsrulesfn/partitions.json"/>
    public string DnsSuffix =>
        Partition switch
        {
            "aws-cn" => "amazonaws.com.cn",
            "aws-eusc" => "amazonaws.eu",
            "aws-iso" => "c2s.ic.gov",
            "aws-iso-b" => "sc2s.sgov.gov",
            "aws-iso-e" => "cloud.adc-e.uk",
            "aws-iso-f" => "csp.hci.ic.gov",
            _ => "amazonaws.com",
        };

    /// <summary>The ARN of a resource in the region.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";

    /// <summary>Name of the role that Terraform runs as.</summary>
    public static string CallerRole => "terraform";

    /// <summary>ARN of the session that Terraform starts with, in the partition of a role that it assumes.</summary>
    public static string TerraformsSession(PretendedAccount account, string role) =>
        AssumedRole.Session($"arn:{role.Split(':')[1]}:iam::{account.AccountId}:role/{CallerRole}", "rehearsal");

    /// <summary>Name of the role that the provider's calls are made as.</summary>
    public string Caller => RoleOf(configuration)?.Split('/')[^1] ?? CallerRole;

    /// <summary>ARN of the role that the provider's calls are made as.</summary>
    public string CallerArn => RoleOf(configuration) ?? IamArn($"role/{CallerRole}");

    /// <summary>The ARN of an IAM resource, which has no region.</summary>
    public string IamArn(string resource) => $"arn:{Partition}:iam::{AccountId}:{resource}";

    /// <summary>The tags of an object, merged over the default tags of the provider.</summary>
    public Value AllTags(Value tags)
    {
        var all = new Dictionary<string, Value>();
        foreach (var (key, value) in Entries(configuration.At("default_tags", "tags")).Concat(Entries(tags)))
        {
            all[key] = value;
        }

        return Value.Object(all);
    }

    /// <inheritdoc/>
    public override ObjectValue Complete(ObjectValue planned, Block block)
    {
        var known = new Dictionary<string, Value>();
        if (block.Attributes.ContainsKey("tags_all"))
        {
            known["tags_all"] = planned["tags"].IsWhollyKnown ? AllTags(planned["tags"]) : Value.Unknown;
        }

        if (planned["region"].IsUnknown)
        {
            known["region"] = Region;
        }

        return planned.With(known);
    }

    private static IEnumerable<KeyValuePair<string, Value>> Entries(Value map) =>
        (map as ObjectValue)?.Members ?? Enumerable.Empty<KeyValuePair<string, Value>>();
}
