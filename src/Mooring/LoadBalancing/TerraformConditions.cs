using HashiCorp.Cdktf.Providers.Aws.LbListenerRule;

namespace Mooring.LoadBalancing;

/// <summary>The conditions of a rule as Terraform's blocks.</summary>
internal static class TerraformConditions
{
    /// <summary>The <c>condition</c> blocks of a rule.</summary>
    public static IEnumerable<LbListenerRuleCondition> Of(RuleConditions conditions)
    {
        if (conditions.Hosts.Count + conditions.HostRegexes.Count > 0)
        {
            yield return new()
            {
                HostHeader = new LbListenerRuleConditionHostHeader { Values = Texts(conditions.Hosts), RegexValues = Texts(conditions.HostRegexes) },
            };
        }

        if (conditions.Paths.Count + conditions.PathRegexes.Count > 0)
        {
            yield return new()
            {
                PathPattern = new LbListenerRuleConditionPathPattern { Values = Texts(conditions.Paths), RegexValues = Texts(conditions.PathRegexes) },
            };
        }

        if (conditions.Methods.Count > 0)
        {
            yield return new() { HttpRequestMethod = new LbListenerRuleConditionHttpRequestMethod { Values = [.. conditions.Methods] } };
        }

        foreach (var (name, values) in conditions.Headers)
        {
            yield return new()
            {
                HttpHeader = new LbListenerRuleConditionHttpHeader { HttpHeaderName = name, Values = [.. values] },
            };
        }

        foreach (var (name, values) in conditions.HeaderRegexes)
        {
            yield return new()
            {
                HttpHeader = new LbListenerRuleConditionHttpHeader { HttpHeaderName = name, RegexValues = [.. values] },
            };
        }

        if (conditions.QueryStrings.Count > 0)
        {
            yield return new()
            {
                QueryString = conditions
                    .QueryStrings.Select(query => new LbListenerRuleConditionQueryString { Key = query.Key, Value = query.Value })
                    .ToArray(),
            };
        }

        if (conditions.SourceIps.Count > 0)
        {
            yield return new() { SourceIp = new LbListenerRuleConditionSourceIp { Values = [.. conditions.SourceIps] } };
        }
    }

    private static string[]? Texts(IReadOnlyList<string> values) => values.Count > 0 ? [.. values] : null;
}
