using Constructs;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>Tags of a resource, as providers take them.</summary>
internal static class ResourceTags
{
    /// <summary>The tags, checked; <see langword="null"/> where there are none, so that nothing is written.</summary>
    /// <exception cref="ConstructException">A tag is outside AWS's limits.</exception>
    public static Dictionary<string, string>? Of(Construct construct, IReadOnlyDictionary<string, string> tags)
    {
        Property.Require(construct, "Tags", AwsLimits.Tags(tags));
        return tags.Count == 0 ? null : new Dictionary<string, string>(tags);
    }
}
