using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Discovery.Answers;
using Mooring.Discovery.Declaration;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Discovery.Proof;

/// <summary>A change of a plan: what it does to AWS, or that it does nothing.</summary>
/// <param name="change">The change.</param>
/// <param name="adopted">What AWS answered about the load balancers.</param>
internal sealed class PlannedChange(ResourceChange change, IReadOnlyList<LoadBalancerAnswer> adopted)
{
    private const int LongestValue = 80;
    private const string AllTags = "tags_all";

    /// <summary>Whether it writes what AWS has already.</summary>
    public bool IsRepeat =>
        change.Action switch
        {
            ChangeAction.Create => IsAttached(change.After),
            ChangeAction.Update => !Differences.Any(),
            _ => false,
        };

    /// <summary>
    /// Whether it does nothing but add the tags <c>environment</c> and <c>fleet</c>, which every resource of a fleet has. Neither traffic nor settings change.
    /// </summary>
    public bool IsFleetTags =>
        change.Action == ChangeAction.Update && Differing.ToArray() is [(AllTags, var before, var after)] && AddsOnlyFleetTags(before, after);

    /// <summary>The change in a line: <c>aws_lb.LoadBalancer changes idle_timeout 120 to 60</c>.</summary>
    public string Text =>
        change.Action switch
        {
            ChangeAction.Create => $"{change.Address} is created",
            ChangeAction.Update when IsRepeat => $"{change.Address}: {string.Join(", ", change.ChangedAttributes)}",
            ChangeAction.Update => $"{change.Address} changes {string.Join(", ", Differences)}",
            ChangeAction.Delete => $"{change.Address} is destroyed",
            ChangeAction.Forget => $"{change.Address} leaves the state",
            _ => $"{change.Address} is replaced",
        };

    /// <summary>
    /// AWS takes a certificate that is in the list already, and a web ACL that protects it already, and changes nothing. Neither is imported.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddListenerCertificates.html"/>
    private bool IsAttached(JsonElement created) =>
        change.Type switch
        {
            "aws_lb_listener_certificate" => adopted
                .SelectMany(balancer => balancer.Listeners)
                .Any(listener =>
                    listener.Arn == created.Text("listener_arn") && listener.AdditionalCertificates.Contains(created.Text("certificate_arn") ?? string.Empty)
                ),
            "aws_wafv2_web_acl_association" => adopted.Any(balancer =>
                balancer.Arn == created.Text("resource_arn") && balancer.WebAcl == created.Text("web_acl_arn")
            ),
            _ => false,
        };

    private IEnumerable<string> Differences =>
        Differing.Select(each => $"{(each.Name == AllTags ? "tags" : each.Name)} {Short(each.Before)} to {Short(each.After)}");

    private IEnumerable<(string Name, JsonNode? Before, JsonNode? After)> Differing =>
        from name in change.ChangedAttributes
        // What is in 'tags' is in 'tags_all', with the default tags.
        where name != "tags"
        let before = Meaning(name, change.Before)
        let after = Meaning(name, change.After)
        where !JsonNode.DeepEquals(before, after)
        select (name, before, after);

    private static bool AddsOnlyFleetTags(JsonNode? before, JsonNode? after)
    {
        var (had, has) = (before as JsonObject ?? [], after as JsonObject ?? []);
        return had.All(tag => JsonNode.DeepEquals(tag.Value, has[tag.Key])) && has.All(tag => had.ContainsKey(tag.Key) || FleetTags.Keys.Contains(tag.Key));
    }

    private static JsonNode? Meaning(string name, JsonElement resource)
    {
        var value = resource.TryGetProperty(name, out var given) ? JsonNode.Parse(given.GetRawText()) : null;
        if (name is "action" or "default_action" && value is JsonArray actions)
        {
            foreach (var action in actions.OfType<JsonObject>())
            {
                WithoutNotation(action);
            }
        }

        return value;
    }

    /// <summary>
    /// A forward to one target group has two notations, and the provider imports both. A stickiness that is off has no duration in AWS, and must have one
    /// in Terraform.
    /// </summary>
    private static void WithoutNotation(JsonObject action)
    {
        if (action["forward"] is JsonArray { Count: > 0 } forwards)
        {
            action.Remove("target_group_arn");
            foreach (var stickiness in forwards.SelectMany(forward => forward?["stickiness"] as JsonArray ?? []).OfType<JsonObject>())
            {
                if (stickiness["enabled"]?.GetValue<bool>() == false)
                {
                    stickiness.Remove("duration");
                }
            }
        }
    }

    private static string Short(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}…";
    }
}
