using Mooring.Fleet.Faults;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks tags.</summary>
internal static class TagChecks
{
    /// <summary>Adds the errors of tags, each fault at its tag.</summary>
    public static void Check(IReadOnlyDictionary<string, string> tags, FaultScope scope)
    {
        scope.AddIf(AwsLimits.TagCount(tags.Count));
        foreach (var (key, value) in tags)
        {
            scope.Entry(key).AddIf(AwsLimits.TagKey(key) ?? AwsLimits.TagValue(value));
        }
    }
}
