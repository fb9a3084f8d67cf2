using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>Tags of a resource, as providers take them.</summary>
internal static class ResourceTags
{
    /// <summary>The tags, checked; none where there are none, so that nothing is written.</summary>
    /// <exception cref="ArgumentException">A tag is outside AWS's limits.</exception>
    public static Dictionary<string, string>? Of(IReadOnlyDictionary<string, string> tags)
    {
        Limit.Require("Tags", AwsLimits.Tags(tags));
        return tags.Count == 0 ? null : new Dictionary<string, string>(tags);
    }
}
