using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>The configured AWS provider: a region of the simulated account.</summary>
internal sealed class AwsContext(PretendedAccount account, Value configuration) : ProviderContext(account)
{
    /// <inheritdoc/>
    public override string Scope => string.Empty;

    /// <summary>The region: <c>eu-west-1</c>.</summary>
    public string Region { get; } = configuration["region"].Text ?? throw new RemoteException("Invalid provider configuration: missing region");

    /// <summary>The partition that the region is in.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
    public string Partition =>
        Region.Split('-')[0..2] switch
        {
            ["cn", _] => "aws-cn",
            ["us", "gov"] => "aws-us-gov",
            _ => "aws",
        };

    /// <summary>The DNS suffix of the partition.</summary>
    public string DnsSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    /// <summary>The ARN of a resource in the region.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account.AccountId}:{resource}";

    /// <summary>Name of the role that Terraform runs as.</summary>
    public static string CallerRole => "terraform";

    /// <summary>The ARN of an IAM resource, which has no region.</summary>
    public string IamArn(string resource) => $"arn:{Partition}:iam::{Account.AccountId}:{resource}";

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
