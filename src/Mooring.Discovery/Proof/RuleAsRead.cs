using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.Discovery.Declaration;
using Mooring.StandIns.Values;

namespace Mooring.Discovery.Proof;

/// <summary>A rule, as Terraform's provider reads it.</summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elbv2/listener_rule.go"/>
internal static class RuleAsRead
{
    /// <summary>Its attributes, without tags.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Of(ListenerAnswer listener, RuleAnswer rule) =>
        [
            new("id", rule.Arn),
            new("arn", rule.Arn),
            new("listener_arn", listener.Arn),
            new("priority", ReadValues.Number(rule.Priority)),
            new("action", ActionAsRead.Of(rule.Actions)),
            new("transform", Value.List(rule.Transforms.Select(TransformOf))),
            new("condition", Value.List(rule.Conditions.Select(ConditionOf))),
        ];

    /// <summary>A transform, with its rewrites in the block of its kind: <c>url_rewrite_config</c>.</summary>
    private static Value TransformOf(JsonElement transform)
    {
        var type = transform.Required("Type");
        var rewrites = TransformsDeclaration
            .RewritesOf(transform)
            .Select(rewrite => Value.Object([new("regex", rewrite.Text("Regex")), new("replace", rewrite.Text("Replace"))]));
        return Value.Object([new("type", type), new($"{type.Replace('-', '_')}_config", ReadValues.Block([new("rewrite", Value.List(rewrites))]))]);
    }

    /// <summary>A condition, in the block of its kind: <c>host_header</c>.</summary>
    private static Value ConditionOf(JsonElement condition)
    {
        var (kind, config) = (condition.Required("Field").Replace('-', '_'), RuleDeclaration.ConfigOf(condition));
        var content = kind switch
        {
            "query_string" => Value.List(
                config
                    .Items("Values")
                    .Select(query => Value.Object([new("key", ReadValues.TextUnlessEmpty(query.Text("Key"))), new("value", query.Text("Value"))]))
            ),
            "http_header" => ReadValues.Block([new("http_header_name", config.Text("HttpHeaderName")), .. ValuesOf(condition)]),
            _ => ReadValues.Block(ValuesOf(condition)),
        };
        return Value.Object([new(kind, content)]);
    }

    private static IEnumerable<KeyValuePair<string, Value>> ValuesOf(JsonElement condition)
    {
        var (values, regexes) = (RuleDeclaration.ValuesOf(condition), RuleDeclaration.RegexesOf(condition));
        return
        [
            .. values.Count > 0 ? [KeyValuePair.Create("values", ReadValues.Texts(values))] : Array.Empty<KeyValuePair<string, Value>>(),
            .. regexes.Count > 0 ? [KeyValuePair.Create("regex_values", ReadValues.Texts(regexes))] : Array.Empty<KeyValuePair<string, Value>>(),
        ];
    }
}
