using System.Reflection;
using System.Text.Json.Nodes;
using Mooring.Limits;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Fleets.Generated;
using Mooring.Tests.Limits;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>
/// The limit that the checks hold each value to. Nothing states it a second time: values that limits refuse are planted in the sample
/// fleets, and the errors that the checks report are compared with the messages of the limits.
/// </summary>
internal static class KeyLimits
{
    /// <summary>Values that are tried at one place: values next to it can hide its limit.</summary>
    private const int MostTries = 6;

    private const string HasName = "has a name that ";

    private static readonly Lazy<Dictionary<KeyPlace, MethodInfo>> s_limits = new(() => Observe(LimitOf));

    private static readonly Lazy<Dictionary<KeyPlace, MethodInfo>> s_limitsOfNames = new(() => Observe(LimitOfNames));

    /// <summary>The limit of a value.</summary>
    public static MethodInfo? Of(KeyPlace place) => s_limits.Value.GetValueOrDefault(place);

    /// <summary>The limit of the names of a mapping.</summary>
    public static MethodInfo? OfNames(KeyPlace place) => s_limitsOfNames.Value.GetValueOrDefault(place);

    private static Dictionary<KeyPlace, MethodInfo> Observe(Func<FleetValue, MethodInfo?> limitOf) =>
        SampleFleets
            .Documents.SelectMany(FleetValue.In)
            .GroupBy(value => value.KeyPlace)
            .Select(values => (Place: values.Key, Limit: values.Take(MostTries).Select(limitOf).FirstOrDefault(limit => limit is not null)))
            .Where(pair => pair.Limit is not null)
            .ToDictionary(pair => pair.Place, pair => pair.Limit!);

    private static MethodInfo? LimitOf(FleetValue value) =>
        Matching(
            LimitFacets.Limits.Where(limit => value.Type.IsPort || LimitFacets.TypeOf(limit) != typeof(ServicePort)),
            BadValues.For(value).Select(bad => (bad, ErrorsOf(value.With(bad.DeepClone()))))
        );

    private static MethodInfo? LimitOfNames(FleetValue value) =>
        value is { Type.IsMapping: true, Node: JsonObject { Count: > 0 } map }
            ? Matching(LimitFacets.Limits, BadValues.Texts.Select(name => ((JsonNode)JsonValue.Create(name), ErrorsOf(value.With(Renamed(map, name))))))
            : null;

    /// <summary>The limit that refuses the most of the planted values, of those limits whose every refusal is reported.</summary>
    private static MethodInfo? Matching(IEnumerable<MethodInfo> limits, IEnumerable<(JsonNode Planted, HashSet<string> Errors)> tries)
    {
        var candidates = limits.ToDictionary(limit => limit, _ => 0);
        foreach (var (planted, errors) in tries)
        {
            Count(candidates, planted, errors);
            if ($"{planted}" == BadValues.Texts[0] && candidates.Values.All(refusals => refusals == 0))
            {
                // Each limit of texts refuses the first: the value has none.
                return null;
            }
        }

        var best = candidates.Where(pair => pair.Value > 0).GroupBy(pair => pair.Value, pair => pair.Key).MaxBy(limits => limits.Key)?.ToArray() ?? [];
        if (best.Select(FacetsOf).Distinct().Count() > 1)
        {
            var names = string.Join(" or ", best.Select(limit => $"{limit.DeclaringType!.Name}.{limit.Name}"));
            throw new InvalidOperationException($"a value may have the limit {names}: plant one that tells them apart");
        }

        return best.FirstOrDefault();
    }

    /// <summary>Counts what each limit refuses, and drops a limit whose refusal is not reported.</summary>
    private static void Count(Dictionary<MethodInfo, int> candidates, JsonNode planted, HashSet<string> errors)
    {
        foreach (
            var (limit, message) in candidates
                .Keys.Select(limit => (limit, BadValues.RefusalBy(limit, planted)))
                .Where(pair => pair.Item2 is not null)
                .ToArray()
        )
        {
            // Of a long message the middle is left out, which depends on what is in front.
            if (errors.Contains(Printable.OneLine(message!)) || errors.Contains(Printable.OneLine($"{HasName}{message}")))
            {
                candidates[limit]++;
            }
            else
            {
                candidates.Remove(limit);
            }
        }
    }

    private static string FacetsOf(MethodInfo limit) =>
        string.Join(
            ", ",
            limit.GetCustomAttributesData().Where(data => data.AttributeType.IsSubclassOf(typeof(FacetAttribute))).Select(data => $"{data}").Order()
        );

    private static JsonObject Renamed(JsonObject map, string name) =>
        new(map.Select((pair, index) => KeyValuePair.Create(index == 0 ? name : pair.Key, pair.Value?.DeepClone())));

    private static HashSet<string> ErrorsOf(string text) => [.. FleetDocument.FaultsOf(text).Select(fault => fault.Message)];
}
