using Mooring.Fleet.Faults;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks tags.</summary>
internal static class TagChecks
{
    /// <summary>Adds what is wrong with the tags at a path, each fault at its tag.</summary>
    public static void Check(string path, IReadOnlyDictionary<string, string> tags, FaultCollector faults)
    {
        faults.AddIf(path, AwsLimits.TagCount(tags.Count));
        foreach (var (key, value) in tags)
        {
            faults.AddIf($"{path}.{key}", AwsLimits.TagKey(key) ?? AwsLimits.TagValue(value));
        }
    }
}
