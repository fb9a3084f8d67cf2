using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mooring.Fleet.Derivation;

namespace Mooring.Fleet.Priorities;

/// <summary>
/// The priorities of rules, and the places of hosts of those that are split, as a file beside the fleet file keeps them from one synthesis to the next: those
/// of each listener that has a rule without a <c>priority</c>, or a split one. It is a function of the last record and the fleet alone.
/// </summary>
internal sealed record PriorityRecord
{
    private static readonly JsonWriterOptions s_layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What a reader of the file should know.</summary>
    public string Comment { get; init; } = "Priorities of listener rules, kept by synthesis. Commit this file with the fleet file.";

    /// <summary>The listeners, by the original names of their load balancers, which never change, and their own names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ListenerPriorities>> LoadBalancers { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, ListenerPriorities>>();

    /// <summary>Whether there is nothing to keep.</summary>
    public bool IsEmpty => LoadBalancers.Count == 0;

    /// <summary>What is recorded of a listener, under its name or the one that it had before; <see langword="null"/> where nothing is.</summary>
    /// <param name="loadBalancer">The original name of its load balancer.</param>
    /// <param name="name">Its name.</param>
    /// <param name="listener">The listener.</param>
    public ListenerPriorities? Of(string loadBalancer, string name, ListenerSpec listener) =>
        LoadBalancers.TryGetValue(loadBalancer, out var listeners) ? OriginalNames.Listener(listeners, name, listener) : null;

    /// <summary>Whether another record has the same priorities for the same rules, and the same places for the hosts of those that are split.</summary>
    public bool HasThePrioritiesOf(PriorityRecord other) => Places().SequenceEqual(other.Places());

    /// <summary>The record of a fleet as it is deployed: the priorities of all rules, and the places of the hosts of those that are split.</summary>
    public static PriorityRecord OfDeployed(FleetSpec fleet) =>
        new()
        {
            LoadBalancers = fleet.LoadBalancers.ToDictionary(
                loadBalancer => OriginalNames.LoadBalancer(fleet, loadBalancer.Key),
                IReadOnlyDictionary<string, ListenerPriorities> (loadBalancer) =>
                    loadBalancer.Value.Listeners.ToDictionary(
                        listener => listener.Key,
                        listener => ListenerPriorities.Of(SplitRules.Numbered(listener.Value.Rules))
                    )
            ),
        };

    /// <summary>The text of the file.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_layout))
        {
            json.WriteStartObject();
            json.WriteString("comment", Comment);
            json.WriteStartObject("loadBalancers");
            foreach (var (name, listeners) in LoadBalancers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Write(json, name, listeners);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(bytes.ToArray())}\n";
    }

    private IEnumerable<(string LoadBalancer, string Listener, string Rule, string? Host, int Number)> Places() =>
        from loadBalancer in LoadBalancers
        from listener in loadBalancer.Value
        from place in listener
            .Value.All.Select(each => (RulePart.NameOf(each.Rule, each.Part), (string?)null, each.Priority))
            .Concat(listener.Value.Parts.SelectMany(rule => rule.Value.Hosts.Select(host => (rule.Key, (string?)host.Key, host.Value))))
            .Order()
        orderby loadBalancer.Key, listener.Key
        select (loadBalancer.Key, listener.Key, place.Item1, place.Item2, place.Item3);

    private static void Write(Utf8JsonWriter json, string loadBalancer, IReadOnlyDictionary<string, ListenerPriorities> listeners)
    {
        json.WriteStartObject(loadBalancer);
        foreach (var (name, listener) in listeners.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(name);
            Write(json, "rules", listener.Rules.OrderBy(pair => pair.Value));
            if (listener.Parts.Count > 0)
            {
                json.WriteStartObject("parts");
                foreach (var (rule, places) in listener.Parts)
                {
                    Write(json, rule, places);
                }

                json.WriteEndObject();
            }

            if (listener.Retired.Count > 0)
            {
                json.WriteStartArray("retired");
                foreach (var priority in listener.Retired)
                {
                    json.WriteNumberValue(priority);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string rule, RulePlaces places)
    {
        json.WriteStartObject(rule);
        Write(json, "priorities", places.Priorities);
        Write(json, "hosts", places.Hosts);
        if (places.Removed.Count > 0)
        {
            Write(json, "removed", places.Removed);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, int>> numbers)
    {
        json.WriteStartObject(name);
        foreach (var (key, number) in numbers)
        {
            json.WriteNumber(key, number);
        }

        json.WriteEndObject();
    }
}
