using System.Reflection;
using System.Text.RegularExpressions;
using Mooring.Limits;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Tests.Limits;

/// <summary>The facets of a limit: what its attributes state, and whether they accept a value.</summary>
internal static class LimitFacets
{
    /// <summary>Further arguments of a limit: those with which it accepts the most.</summary>
    private static readonly Dictionary<string, object> s_beside = new()
    {
        ["interval"] = int.MaxValue,
        ["minSize"] = 0,
        ["publicAccess"] = true,
        ["hasLaunchTemplate"] = true,
        ["ingressCidrs"] = Array.Empty<string>(),
        ["ingressPrefixLists"] = Array.Empty<string>(),
        ["mappings"] = Array.Empty<string>(),
        ["targetType"] = TargetType.Ip,
    };

    /// <summary>Every limit of the library that has facets.</summary>
    public static IReadOnlyList<MethodInfo> Limits { get; } =
    [.. typeof(Limit).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public)).Where(method => Of(method).Any())];

    /// <summary>The facets of a limit.</summary>
    public static IEnumerable<FacetAttribute> Of(MethodInfo limit) => limit.GetCustomAttributes<FacetAttribute>();

    /// <summary>Whether the facets state all that the limit checks.</summary>
    public static bool AreComplete(MethodInfo limit) => Of(limit).All(IsComplete);

    /// <summary>Whether the facets accept a value.</summary>
    public static bool Accept(MethodInfo limit, object value) =>
        Of(limit).GroupBy(facet => facet.GetType()).All(facets => facets.Any(facet => Accepts(facet, value)));

    /// <summary>The message of the limit for a value that it refuses; <see langword="null"/> for a value that it accepts.</summary>
    public static string? Refusal(MethodInfo limit, object value) =>
        (string?)limit.Invoke(null, [.. limit.GetParameters().Select(parameter => parameter == ValueOf(limit) ? value : Beside(parameter))]);

    /// <summary>The parameter that takes the value.</summary>
    public static ParameterInfo ValueOf(MethodInfo limit) =>
        limit.GetParameters().FirstOrDefault(parameter => !s_beside.ContainsKey(parameter.Name!) && !parameter.ParameterType.IsEnum)
        ?? limit.GetParameters()[0];

    /// <summary>The type of the value, without <c>?</c>.</summary>
    public static Type TypeOf(MethodInfo limit) => ValueOf(limit).ParameterType is var type && Nullable.GetUnderlyingType(type) is { } inner ? inner : type;

    private static object? Beside(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : s_beside.TryGetValue(parameter.Name!, out var value) ? value
        : Activator.CreateInstance(parameter.ParameterType);

    private static bool IsComplete(FacetAttribute facet) =>
        !facet.IsPartial
        && facet switch
        {
            EachAttribute each => AreComplete(each.Limit),
            EachNameAttribute each => AreComplete(each.Limit),
            _ => true,
        };

    private static bool Accepts(FacetAttribute facet, object value) =>
        (facet, value) switch
        {
            (_, ServicePort port) => Accepts(facet, port.Value),
            (BoundsAttribute bounds, int number) => number >= bounds.Least && number <= bounds.Most,
            (EntriesAttribute entries, int count) => count >= entries.Least && count <= entries.Most,
            (EntriesAttribute entries, IReadOnlyCollection<string> list) => Accepts(entries, list.Count),
            (EntriesAttribute entries, IReadOnlyDictionary<string, string> map) => Accepts(entries, map.Count),
            (LengthAttribute length, string text) => text.Length >= length.Least && text.Length <= length.Most,
            (PatternAttribute pattern, string text) => Regex.IsMatch(text, pattern.Pattern),
            (ValuesAttribute values, _) => values.Values.Contains(value),
            (UniqueAttribute, IReadOnlyCollection<string> list) => list.Distinct().Count() == list.Count,
            (EachAttribute each, IReadOnlyCollection<string> list) => list.All(entry => Accept(each.Limit, entry)),
            (EachAttribute each, IReadOnlyDictionary<string, string> map) => map.Values.All(entry => Accept(each.Limit, entry)),
            (EachNameAttribute each, IReadOnlyDictionary<string, string> map) => map.Keys.All(name => Accept(each.Limit, name)),
            // A port that is a number has no pattern, and one that is a name no bounds.
            (BoundsAttribute, string) or (PatternAttribute, int) => true,
            _ => throw new ArgumentException($"{facet.GetType().Name} is no facet of a {value.GetType().Name}", nameof(facet)),
        };
}
