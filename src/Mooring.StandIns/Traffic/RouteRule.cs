using Mooring.StandIns.Values;

namespace Mooring.StandIns.Traffic;

/// <summary>A rule of a listener, or its default action.</summary>
/// <param name="Priority">Its priority; the largest number for the default action.</param>
/// <param name="Conditions">Its conditions, all of which a request must fulfil.</param>
/// <param name="Action">What happens with the request.</param>
internal sealed record RouteRule(int Priority, IReadOnlyList<RuleCondition> Conditions, RouteAction Action)
{
    /// <summary>The rule of an <c>aws_lb_listener_rule</c>.</summary>
    public static RouteRule Of(Value rule) =>
        new(Number(rule["priority"]), [.. rule["condition"].Elements.SelectMany(RuleCondition.In)], RouteAction.Of(rule["action"]));

    /// <summary>The default action of an <c>aws_lb_listener</c>.</summary>
    public static RouteRule Default(Value listener) => new(int.MaxValue, [], RouteAction.Of(listener["default_action"]));

    /// <summary>Whether a request fulfils all conditions.</summary>
    public bool Matches(Request request) => Conditions.All(condition => condition.Matches(request));

    /// <summary>Requests that fulfil all conditions: each value of a condition is used once, beside the first ones of the others.</summary>
    public IEnumerable<Request> Examples(Request request)
    {
        var count = Conditions.Select(condition => condition.Examples.Count).Append(1).Max();
        return Enumerable
            .Range(0, count)
            .Select(index =>
                Conditions.Aggregate(
                    request,
                    (made, condition) => condition.Examples.Count == 0 ? made : condition.Examples[Math.Min(index, condition.Examples.Count - 1)](made)
                )
            );
    }

    /// <summary>A whole number; 0 for none.</summary>
    public static int Number(Value value) => value is NumberValue number ? (int)number.Value : 0;
}
