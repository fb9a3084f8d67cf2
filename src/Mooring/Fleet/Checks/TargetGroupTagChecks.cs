using System.Globalization;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the tags that say what target groups are for, beside the user's tags.</summary>
internal static class TargetGroupTagChecks
{
    /// <summary>Adds the errors: a tag twice, a tag of the user with the same key, and more tags than a target group can have.</summary>
    public static void Check(FleetSpec fleet, FaultScope root)
    {
        if (fleet.TargetGroupTags.Count == 0)
        {
            return;
        }

        var at = root.At(fleet.TargetGroupTags);
        at.AddIf(Limit.NoneTwice(fleet.TargetGroupTags));
        CheckKeys(fleet.TargetGroupTags, fleet.Tags, root.At(fleet.Tags));
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            var tags = root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.Tags);
            CheckKeys(fleet.TargetGroupTags, loadBalancer.Tags, tags);
            var count = fleet.Tags.Keys.Concat(loadBalancer.Tags.Keys).Concat(TagChecks.OfEveryResource).Distinct().Count() + fleet.TargetGroupTags.Count;
            if (AwsLimits.TagCount(count) is not null)
            {
                at.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"give the target groups of '{name}' {count} tags, with the fleet's and the load balancer's: AWS allows 50"
                    )
                );
            }
        }
    }

    private static void CheckKeys(IReadOnlyList<TargetGroupTag> own, IReadOnlyDictionary<string, string> tags, FaultScope scope)
    {
        foreach (var key in own.Select(tag => tag.Word()).Distinct().Where(tags.ContainsKey))
        {
            scope.Entry(key).Add($"must be left out, or '{key}' from 'targetGroupTags': target groups have that tag from Mooring");
        }
    }
}
