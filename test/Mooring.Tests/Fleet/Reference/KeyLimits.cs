using System.Reflection;
using System.Text.Json.Nodes;
using Mooring.Tests.Fleet.Properties;
using Mooring.Tests.Limits;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>
/// The limit that the checks hold each value to. Nothing states it a second time: values that limits refuse are planted in the sample
/// fleets, and the errors that the checks report are compared with the messages of the limits.
/// </summary>
internal static class KeyLimits
{
    /// <summary>Values that are tried at one place: what is beside a value may stand in the way of its limit.</summary>
    private const int MostTries = 6;

    private static readonly Lazy<Dictionary<KeyPlace, MethodInfo>> s_limits = new(() => Observe(LimitOf));

    private static readonly Lazy<Dictionary<KeyPlace, MethodInfo>> s_limitsOfNames = new(() => Observe(LimitOfNames));

    /// <summary>The limit of a value.</summary>
    public static MethodInfo? Of(KeyPlace place) => s_limits.Value.GetValueOrDefault(place);

    /// <summary>The limit of the names of a mapping.</summary>
    public static MethodInfo? OfNames(KeyPlace place) => s_limitsOfNames.Value.GetValueOrDefault(place);

    private static Dictionary<KeyPlace, MethodInfo> Observe(Func<FleetValue, MethodInfo?> limitOf)
        => SampleFleets.Documents.SelectMany(FleetValue.In).GroupBy(value => value.KeyPlace)
            .Select(values => (Place: values.Key, Limit: values.Take(MostTries).Select(limitOf).FirstOrDefault(limit => limit is not null)))
            .Where(pair => pair.Limit is not null).ToDictionary(pair => pair.Place, pair => pair.Limit!);

    private static MethodInfo? LimitOf(FleetValue value)
        => Matching(BadValues.For(value).Select(bad => (bad, ErrorsOf(value.With(bad.DeepClone())))));

    private static MethodInfo? LimitOfNames(FleetValue value)
        => value is { Type.IsMapping: true, Node: JsonObject { Count: > 0 } map }
            ? Matching(BadValues.Texts.Select(name => ((JsonNode)JsonValue.Create(name), ErrorsOf(value.With(Renamed(map, name))))))
            : null;

    /// <summary>The limit that refuses the most of the planted values, of those limits whose every refusal is reported.</summary>
    private static MethodInfo? Matching(IEnumerable<(JsonNode Planted, HashSet<string> Errors)> tries)
    {
        var candidates = LimitFacets.Limits.ToDictionary(limit => limit, _ => 0);
        foreach (var (planted, errors) in tries)
        {
            foreach (var (limit, refusals) in candidates.ToArray())
            {
                if (BadValues.RefusalBy(limit, planted) is { } message)
                {
                    candidates[limit] = refusals + 1;
                    if (!errors.Contains(message))
                    {
                        candidates.Remove(limit);
                    }
                }
            }
        }

        return candidates.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
    }

    private static JsonObject Renamed(JsonObject map, string name)
        => new(map.Select((pair, index) => KeyValuePair.Create(index == 0 ? name : pair.Key, pair.Value?.DeepClone())));

    private static HashSet<string> ErrorsOf(string text)
        => [.. FleetDocument.FaultsOf(text).Select(fault => fault.Message.Replace("has a name that ", string.Empty, StringComparison.Ordinal))];
}
