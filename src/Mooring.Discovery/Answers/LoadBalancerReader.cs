using System.Text.Json;
using Mooring.Aws;

namespace Mooring.Discovery.Answers;

/// <summary>Reads load balancers.</summary>
/// <param name="questions">What asks AWS.</param>
internal sealed class LoadBalancerReader(Questions questions)
{
    private const string Service = "elbv2";

    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    /// <summary>The words for a load balancer in a note.</summary>
    public static string Owner(string name) => $"load balancer {name}";

    /// <summary>Asks for all load balancers of the region, of every type.</summary>
    /// <returns>The answers of <c>describe-load-balancers</c>.</returns>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public async Task<IReadOnlyList<JsonElement>> AllAsync() => (await questions.AskAsync(Service, "describe-load-balancers")).Items("LoadBalancers");

    /// <summary>Asks for what a load balancer that is only looked up has in a fleet file: its listeners.</summary>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public async Task<LoadBalancerAnswer> LookUpAsync(JsonElement description) =>
        new(description, [.. (await ListenersAsync(description)).Select(listener => new ListenerAnswer(listener))]);

    /// <summary>Asks for everything that a load balancer has.</summary>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public async Task<LoadBalancerAnswer> ReadAsync(JsonElement description)
    {
        var (arn, owner) = (description.Required("LoadBalancerArn"), OwnerOf(description));
        var attributes = await questions.TryAskAsync(owner, "attributes", Service, "describe-load-balancer-attributes", "--load-balancer-arn", arn);
        var webAcl = await questions.TryAskAsync(owner, "the web ACL", "wafv2", "get-web-acl-for-resource", "--resource-arn", arn);
        var (aclArn, isManaged) = (webAcl?.Object("WebACL").Text("ARN"), webAcl?.Object("WebACL").Flag("ManagedByFirewallManager") == true);
        var groups = await questions.TryAskAsync(owner, "target groups", Service, "describe-target-groups", "--load-balancer-arn", arn);
        var read = new LoadBalancerAnswer(
            description,
            await questions.ForEachAsync(await ListenersAsync(description), listener => ReadListenerAsync(owner, listener))
        )
        {
            Attributes = attributes?.Pairs("Attributes") ?? s_none,
            WebAcl = isManaged ? null : aclArn,
            WebAclOfFirewallManager = isManaged ? aclArn : null,
            ReservedCapacityUnits = await ReservedCapacityAsync(owner, arn),
            SecurityGroupRules = await SecurityGroupRulesAsync(owner, description.Texts("SecurityGroups")),
            TargetGroups = await ReadTargetGroupsAsync(owner, groups?.Items("TargetGroups") ?? []),
        };
        return await WithTagsAsync(owner, read);
    }

    private async Task<int?> ReservedCapacityAsync(string owner, string arn)
    {
        var answer = await questions.TryAskAsync(owner, "reserved capacity", Service, "describe-capacity-reservation", "--load-balancer-arn", arn);
        return answer?.Object("MinimumLoadBalancerCapacity").Number("CapacityUnits") is { } units and > 0 ? units : null;
    }

    private async Task<IReadOnlyList<SecurityGroupRuleAnswer>> SecurityGroupRulesAsync(string owner, IReadOnlyList<string> groups)
    {
        var filter = $"Name=group-id,Values={string.Join(',', groups)}";
        var answer =
            groups.Count > 0
                ? await questions.TryAskAsync(owner, "rules of its security groups", "ec2", "describe-security-group-rules", "--filters", filter)
                : null;
        return [.. (answer?.Items("SecurityGroupRules") ?? []).Select(rule => new SecurityGroupRuleAnswer(rule))];
    }

    private static string OwnerOf(JsonElement description) => Owner(description.Required("LoadBalancerName"));

    private async Task<IReadOnlyList<JsonElement>> ListenersAsync(JsonElement description)
    {
        var arn = description.Required("LoadBalancerArn");
        var answer = await questions.TryAskAsync(OwnerOf(description), "listeners", Service, "describe-listeners", "--load-balancer-arn", arn);
        return [.. (answer?.Items("Listeners") ?? []).OrderBy(listener => listener.Number("Port"))];
    }

    private async Task<ListenerAnswer> ReadListenerAsync(string owner, JsonElement listener)
    {
        var arn = listener.Required("ListenerArn");
        var port = listener.Number("Port");
        var rules = await questions.TryAskAsync(owner, $"rules of the listener on port {port}", Service, "describe-rules", "--listener-arn", arn);
        var certificates =
            listener.Text("Protocol") == "HTTPS"
                ? await questions.TryAskAsync(
                    owner,
                    $"certificates of the listener on port {port}",
                    Service,
                    "describe-listener-certificates",
                    "--listener-arn",
                    arn
                )
                : null;
        var attributes = await questions.TryAskAsync(
            owner,
            $"headers of the listener on port {port}",
            Service,
            "describe-listener-attributes",
            "--listener-arn",
            arn
        );
        return new(listener)
        {
            Attributes = attributes?.Pairs("Attributes") ?? s_none,
            Rules =
            [
                .. (rules?.Items("Rules") ?? []).Where(rule => !rule.Flag("IsDefault")).Select(rule => new RuleAnswer(rule)).OrderBy(rule => rule.Priority),
            ],
            AdditionalCertificates =
            [
                .. (certificates?.Items("Certificates") ?? [])
                    .Where(certificate => !certificate.Flag("IsDefault"))
                    .Select(certificate => certificate.Required("CertificateArn")),
            ],
        };
    }

    private async Task<IReadOnlyList<TargetGroupAnswer>> ReadTargetGroupsAsync(string owner, IReadOnlyList<JsonElement> groups)
    {
        var read = await questions.ForEachAsync(groups, group => ReadTargetGroupAsync(owner, group));
        return [.. read.OfType<TargetGroupAnswer>().OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    /// <summary>A target group whose attributes are not known cannot be declared as it is.</summary>
    private async Task<TargetGroupAnswer?> ReadTargetGroupAsync(string owner, JsonElement group)
    {
        var (arn, name) = (group.Required("TargetGroupArn"), group.Required("TargetGroupName"));
        var attributes = await questions.TryAskAsync(
            owner,
            $"attributes of target group {name}",
            Service,
            "describe-target-group-attributes",
            "--target-group-arn",
            arn
        );
        var targets = await questions.TryAskAsync(owner, $"targets of target group {name}", Service, "describe-target-health", "--target-group-arn", arn);
        return attributes is { } known ? new(group, known.Pairs("Attributes")) { Targets = targets?.Items("TargetHealthDescriptions") } : null;
    }

    private async Task<LoadBalancerAnswer> WithTagsAsync(string owner, LoadBalancerAnswer read)
    {
        string[] arns =
        [
            read.Arn,
            .. read.Listeners.Select(listener => listener.Arn),
            .. read.Listeners.SelectMany(listener => listener.Rules).Select(rule => rule.Arn),
            .. read.TargetGroups.Select(group => group.Arn),
        ];
        var tags = await new TagReader(questions).OfAsync(owner, arns);
        return read with
        {
            Tags = tags.GetValueOrDefault(read.Arn, s_none),
            Listeners =
            [
                .. read.Listeners.Select(listener =>
                    listener with
                    {
                        Tags = tags.GetValueOrDefault(listener.Arn, s_none),
                        Rules = [.. listener.Rules.Select(rule => rule with { Tags = tags.GetValueOrDefault(rule.Arn, s_none) })],
                    }
                ),
            ],
            TargetGroups = [.. read.TargetGroups.Select(group => group with { Tags = tags.GetValueOrDefault(group.Arn, s_none) })],
        };
    }
}
