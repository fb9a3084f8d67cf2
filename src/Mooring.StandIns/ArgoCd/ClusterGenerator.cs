using System.Text.RegularExpressions;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.GoTemplates;
using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd;

/// <summary>The generator of an ApplicationSet that makes parameters of each cluster's Secret.</summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/applicationset/generators/cluster.go"/>
internal static partial class ClusterGenerator
{
    /// <summary>The parameters of each selected cluster. An error of one cluster ends all of them, and does not name it.</summary>
    /// <param name="set">The ApplicationSet.</param>
    /// <param name="secrets">The Secrets of clusters.</param>
    /// <param name="turn">
    /// Which of the Secrets of one <c>name</c> is kept. Argo CD keeps the last one of a list without an order: the turn is another one each time.
    /// </param>
    /// <exception cref="GoTemplateException">A template fails.</exception>
    public static IReadOnlyList<GoMap> Parameters(ApplicationSet set, IReadOnlyList<ClusterSecret> secrets, int turn)
    {
        var selected = secrets
            .Where(secret => set.Selector.Selects(secret.Labels))
            .GroupBy(secret => secret.Name)
            .Select(sameName => sameName.ElementAt(turn % sameName.Count()));
        var parameters = selected.Select(secret => WithValues(set, Of(secret))).ToList();
        // Only without a selector the cluster that Argo CD runs in is one of them without a Secret.
        if (set.Selector.IsEmpty && !secrets.Any(secret => secret.Server == Destinations.InCluster))
        {
            parameters.Add(
                WithValues(set, GoMap.Of(("name", "in-cluster"), ("nameNormalized", "in-cluster"), ("server", Destinations.InCluster), ("project", "")))
            );
        }

        return parameters;
    }

    private static GoMap Of(ClusterSecret secret)
    {
        // A Secret without any has no entry, which is an error for a template that asks for it.
        var metadata = new List<(string, object?)>();
        if (secret.Annotations.Count > 0)
        {
            metadata.Add(("annotations", GoMap.OfText(secret.Annotations)));
        }

        if (secret.Labels.Count > 0)
        {
            metadata.Add(("labels", GoMap.OfText(secret.Labels)));
        }

        return GoMap.Of(
            ("name", secret.Name),
            ("nameNormalized", Normalized(secret.Name)),
            ("server", secret.Data.GetValueOrDefault("server") ?? string.Empty),
            ("project", secret.Data.GetValueOrDefault("project") ?? string.Empty),
            ("metadata", GoMap.Of(metadata))
        );
    }

    private static GoMap WithValues(ApplicationSet set, GoMap parameters)
    {
        var values = set.Values.ToDictionary(value => value.Key, value => GoTemplate.Render(value.Value, parameters));
        return GoMap.Of([
            .. parameters.Entries.Select(each => (each.Key, each.Value)),
            .. values.Count > 0 ? [("values", (object?)GoMap.OfText(values))] : Array.Empty<(string, object?)>(),
        ]);
    }

    private static string Normalized(string name) => NotInNames().Replace(name.ToLowerInvariant(), "-").Trim('-', '.');

    [GeneratedRegex("[^-a-z0-9.]")]
    private static partial Regex NotInNames();
}
