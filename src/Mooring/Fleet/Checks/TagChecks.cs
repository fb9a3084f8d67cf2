using Mooring.Fleet.Faults;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks tags.</summary>
internal static class TagChecks
{
    /// <summary>Tags that every resource has, in addition to the user's.</summary>
    public static IReadOnlyList<string> OfEveryResource { get; } = ["environment", "fleet"];

    /// <summary>Adds the errors of tags, each error at its tag.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="scope">Where they are.</param>
    /// <param name="others">The keys that the same resources have from elsewhere.</param>
    public static void Check(IReadOnlyDictionary<string, string> tags, FaultScope scope, TagKeys others)
    {
        scope.AddIf(AwsLimits.TagCount(tags.Count));
        var before = new TagKeys([]);
        foreach (var (key, value) in tags)
        {
            var at = scope.Entry(key);
            at.AddBeside(AwsLimits.TagKey(key) ?? DiffersByCase(key, others.Like(key) ?? before.Like(key)));
            at.AddBeside(AwsLimits.TagValue(value));
            before.Add(key);
        }
    }

    /// <summary>IAM compares the keys of a role's tags without case, and refuses the role.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"/>
    private static string? DiffersByCase(string key, string? other) =>
        other is null || other == key ? null : $"must differ from the tag '{other}' in more than case: IAM takes both for one key, and refuses the roles";
}
