using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.Stacks;
using Mooring.StandIns;
using Mooring.StandIns.Values;

namespace Mooring.Discovery.Proof;

/// <summary>
/// Puts load balancers into a simulated account, made from what AWS answered and not from what the fleet file declares: with the attributes that
/// Terraform's provider reads from the same answers. So a plan shows where the file differs.
/// </summary>
/// <param name="resources">The resources of the account.</param>
/// <param name="fleet">The fleet.</param>
internal sealed class AccountAsRead(ExistingResources resources, FleetSpec fleet)
{
    /// <summary>Adds a load balancer with everything that it has.</summary>
    public void Add(LoadBalancerAnswer answer)
    {
        foreach (var group in answer.TargetGroups)
        {
            resources.Add("aws_lb_target_group", [.. TargetGroupAsRead.Of(group), .. TagsOf(group.Tags)]);
        }

        resources.Add("aws_lb", [.. LoadBalancerAsRead.Of(answer), .. TagsOf(answer.Tags)]);
        foreach (var listener in answer.Listeners)
        {
            resources.Add("aws_lb_listener", [.. ListenerAsRead.Of(answer, listener), .. TagsOf(listener.Tags)]);
            foreach (var rule in listener.Rules)
            {
                resources.Add("aws_lb_listener_rule", [.. RuleAsRead.Of(listener, rule), .. TagsOf(rule.Tags)]);
            }
        }
    }

    /// <summary>The provider takes a tag that is also a default tag, with the same value, for one of its own.</summary>
    /// <seealso href="https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/guides/resource-tagging"/>
    private IEnumerable<KeyValuePair<string, Value>> TagsOf(IReadOnlyDictionary<string, string> tags)
    {
        var byDefault = FleetStack.TagsOf(fleet).ToHashSet();
        return [new("tags", MapOf(tags.Where(tag => !byDefault.Contains(tag)))), new("tags_all", MapOf(tags))];
    }

    private static Value MapOf(IEnumerable<KeyValuePair<string, string>> entries) =>
        entries.Select(entry => KeyValuePair.Create(entry.Key, (Value)entry.Value)).ToArray() is { Length: > 0 } all ? Value.Object(all) : Value.Null;
}
