using System.IO.Enumeration;

namespace Mooring.Fleet.Derivation;

/// <summary>Derives where the pods of a cluster run.</summary>
internal static class FargatePods
{
    /// <summary>
    /// A profile that selects every pod of a namespace; <see langword="null"/> where there is none, or labels decide.
    /// </summary>
    public static string? ProfileOf(ClusterSpec cluster, string space) =>
        cluster
            .FargateProfiles.Where(profile => profile.Value.Selectors.Any(selector => selector.Labels.Count == 0 && IsMatch(selector.Namespace, space)))
            .Select(profile => profile.Key)
            .FirstOrDefault();

    private static bool IsMatch(string pattern, string space) => FileSystemName.MatchesSimpleExpression(pattern, space, ignoreCase: false);
}
