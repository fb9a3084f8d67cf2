using System.Globalization;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>How many targets of a target group must be healthy: what Elastic Load Balancing refuses of it, and has where nothing is said.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html"/>
internal static class TargetGroupHealth
{
    private const string Count = "minimum_healthy_targets_count";
    private const string Percentage = "minimum_healthy_targets_percentage";
    private const string Off = "off";

    /// <summary>What a target group has where nothing is said.</summary>
    public static Value Default { get; } =
        One([new("dns_failover", One([new(Count, "1"), new(Percentage, Off)])), new("unhealthy_state_routing", One([new(Count, 1), new(Percentage, Off)]))]);

    /// <summary>Why it is refused; <see langword="null"/> where it is not.</summary>
    public static string? Refusal(Value health)
    {
        if (health.Elements is not [var block, ..] || !block.IsWhollyKnown)
        {
            return null;
        }

        var (dns, routing) = (First(block["dns_failover"]), First(block["unhealthy_state_routing"]));
        return Number(dns[Count]) is < 1 || Number(routing[Count]) is < 1 ? "ValidationError: The minimum healthy targets count must be at least 1"
            : new[] { dns, routing }.Any(each => Number(each[Percentage]) is < 1 or > 100)
                ? "ValidationError: The minimum healthy targets percentage must be 'off' or between 1 and 100"
            : new[] { Count, Percentage }.Any(name => Number(dns[name]) < Number(routing[name]))
                ? "ValidationError: The threshold for DNS failover must be greater than or equal to the threshold for unhealthy state routing"
            : null;
    }

    private static Value First(Value block) => block.Elements is [var only, ..] ? only : Value.Null;

    private static int? Number(Value value) =>
        value is NumberValue number ? (int)number.Value
        : int.TryParse(value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) ? parsed
        : null;

    private static Value One(IEnumerable<KeyValuePair<string, Value>> members) => Value.List(Value.Object(members));
}
