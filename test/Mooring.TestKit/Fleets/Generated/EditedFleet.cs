using System.Text.Json.Nodes;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>A fleet file that a made-up user edits, with the parts that edits are about.</summary>
/// <param name="root">The content, which is changed.</param>
/// <param name="random">Makes every choice.</param>
internal sealed class EditedFleet(JsonObject root, Random random)
{
    /// <summary>The content.</summary>
    public JsonObject Root => root;

    /// <summary>The load balancers by name.</summary>
    public JsonObject LoadBalancers => Map(root, "loadBalancers");

    /// <summary>The clusters by name.</summary>
    public JsonObject Clusters => Map(root, "clusters");

    /// <summary>The mappings of listeners, one a load balancer.</summary>
    public IEnumerable<JsonObject> ListenerMaps => Entries(LoadBalancers).Select(loadBalancer => Map(loadBalancer.Spec, "listeners"));

    /// <summary>All listeners.</summary>
    public IEnumerable<JsonObject> Listeners => ListenerMaps.SelectMany(Entries).Select(listener => listener.Spec);

    /// <summary>The lists of rules, one a listener.</summary>
    public IEnumerable<JsonArray> RuleLists => Listeners.Select(listener => List(listener, "rules"));

    /// <summary>All rules.</summary>
    public IEnumerable<JsonObject> Rules => RuleLists.SelectMany(rules => rules).Select(rule => (JsonObject)rule!);

    /// <summary>The lists of bindings, one a cluster.</summary>
    public IEnumerable<JsonArray> BindingLists => Entries(Clusters).Select(cluster => List(cluster.Spec, "bindings"));

    /// <summary>All bindings.</summary>
    public IEnumerable<JsonObject> Bindings => BindingLists.SelectMany(bindings => bindings).Select(binding => (JsonObject)binding!);

    /// <summary>What has an action: rules and default actions.</summary>
    public IEnumerable<JsonObject> Actions => [.. Rules, .. Listeners.Select(listener => listener["defaultAction"]).OfType<JsonObject>()];

    /// <summary>The lists of target groups of all forwards.</summary>
    public IEnumerable<JsonArray> ForwardLists =>
        Actions.Select(action => action["forward"]).OfType<JsonObject>().Select(forward => forward["targetGroups"]).OfType<JsonArray>();

    /// <summary>A number below a limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>Any one; <see langword="null"/> where there is none.</summary>
    public T? Any<T>(IEnumerable<T> all)
        where T : class
    {
        T[] each = [.. all];
        return each.Length == 0 ? null : each[random.Next(each.Length)];
    }

    /// <summary>A short name that is new, in lower case.</summary>
    public string NewName(string kind) => $"{kind}-{random.Next(100, 1000)}";

    /// <summary>Gives a key another one of some values, each JSON; <c>null</c> removes the key.</summary>
    public bool Change(JsonObject at, string key, params string[] values)
    {
        var now = at[key]?.ToJsonString() ?? "null";
        var value = JsonNode.Parse(Any(values.Where(value => JsonNode.Parse(value)?.ToJsonString() is var other && (other ?? "null") != now))!);
        at.Remove(key);
        if (value is not null)
        {
            at.Add(key, value);
        }

        return true;
    }

    /// <summary>The mapping at a key, which is added where there is none.</summary>
    public static JsonObject Map(JsonObject at, string key)
    {
        if (at[key] is not JsonObject map)
        {
            at[key] = map = [];
        }

        return map;
    }

    /// <summary>The list at a key, which is added where there is none.</summary>
    public static JsonArray List(JsonObject at, string key)
    {
        if (at[key] is not JsonArray list)
        {
            at[key] = list = [];
        }

        return list;
    }

    /// <summary>The entries of a mapping.</summary>
    public static IReadOnlyList<(string Name, JsonObject Spec)> Entries(JsonObject map) => [.. map.Select(pair => (pair.Key, (JsonObject)pair.Value!))];

    /// <summary>Gives an entry of a mapping another name, in its place.</summary>
    public static void Rename(JsonObject map, string name, string newName)
    {
        var all = map.Select(pair => KeyValuePair.Create(pair.Key == name ? newName : pair.Key, pair.Value?.DeepClone())).ToArray();
        map.Clear();
        foreach (var (key, value) in all)
        {
            map.Add(key, value);
        }
    }
}
