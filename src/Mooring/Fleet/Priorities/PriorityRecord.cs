using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mooring.Fleet.Derivation;

namespace Mooring.Fleet.Priorities;

/// <summary>
/// The priorities of rules, as a file beside the fleet file keeps them from one synthesis to the next: those of each listener that has a rule
/// without a <c>priority</c>. It is a function of the last record and the fleet alone.
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

    /// <summary>Whether another record has the same priorities for the same rules.</summary>
    public bool HasThePrioritiesOf(PriorityRecord other) => Places().SequenceEqual(other.Places());

    /// <summary>The record of a fleet as it is deployed: the priorities of all rules of its own listeners.</summary>
    public static PriorityRecord OfDeployed(FleetSpec fleet) =>
        new()
        {
            LoadBalancers = fleet.LoadBalancers.ToDictionary(
                loadBalancer => OriginalNames.LoadBalancer(fleet, loadBalancer.Key),
                IReadOnlyDictionary<string, ListenerPriorities> (loadBalancer) =>
                    loadBalancer.Value.Listeners.ToDictionary(
                        listener => listener.Key,
                        listener => new ListenerPriorities
                        {
                            Rules = RulePriority.Of(listener.Value.Rules).ToDictionary(pair => pair.Rule.Name, pair => pair.Priority),
                        }
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

    private IEnumerable<(string LoadBalancer, string Listener, string Rule, int Priority)> Places() =>
        LoadBalancers
            .SelectMany(loadBalancer =>
                loadBalancer.Value.SelectMany(listener => listener.Value.Rules.Select(rule => (loadBalancer.Key, listener.Key, rule.Key, rule.Value)))
            )
            .Order();

    private static void Write(Utf8JsonWriter json, string loadBalancer, IReadOnlyDictionary<string, ListenerPriorities> listeners)
    {
        json.WriteStartObject(loadBalancer);
        foreach (var (name, listener) in listeners.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(name);
            json.WriteStartObject("rules");
            foreach (var (rule, priority) in listener.Rules.OrderBy(pair => pair.Value))
            {
                json.WriteNumber(rule, priority);
            }

            json.WriteEndObject();
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
}
