using HashiCorp.Cdktf.Providers.Aws.LbListenerRule;

namespace Mooring.LoadBalancing;

/// <summary>The transforms of a rule as Terraform's blocks.</summary>
internal static class TerraformTransforms
{
    /// <summary>The <c>transform</c> blocks of a rule; <see langword="null"/> where it has none.</summary>
    public static LbListenerRuleTransform[]? Of(RuleTransforms? transforms)
    {
        LbListenerRuleTransform[] blocks = [.. Blocks(transforms)];
        return blocks.Length > 0 ? blocks : null;
    }

    private static IEnumerable<LbListenerRuleTransform> Blocks(RuleTransforms? transforms)
    {
        if (transforms?.HostHeader is { } host)
        {
            yield return new()
            {
                Type = "host-header-rewrite",
                HostHeaderRewriteConfig = new LbListenerRuleTransformHostHeaderRewriteConfig
                {
                    Rewrite = new LbListenerRuleTransformHostHeaderRewriteConfigRewrite { Regex = host.Regex, Replace = host.Replace },
                },
            };
        }

        if (transforms?.Url is { } url)
        {
            yield return new()
            {
                Type = "url-rewrite",
                UrlRewriteConfig = new LbListenerRuleTransformUrlRewriteConfig
                {
                    Rewrite = new LbListenerRuleTransformUrlRewriteConfigRewrite { Regex = url.Regex, Replace = url.Replace },
                },
            };
        }
    }
}
