using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Traffic;

/// <summary>A listener of a load balancer, and its rules in the order in which requests meet them.</summary>
/// <param name="LoadBalancer">Name of the load balancer.</param>
/// <param name="Port">Its port.</param>
/// <param name="Rules">Its rules by priority; the default action is the last one.</param>
internal sealed record ListenerRoutes(string LoadBalancer, int Port, IReadOnlyList<RouteRule> Rules)
{
    /// <summary>The listeners of an account.</summary>
    public static IReadOnlyList<ListenerRoutes> In(IReadOnlyList<RemoteObject> objects)
    {
        var loadBalancers = objects
            .Where(each => each.Type == "aws_lb")
            .ToDictionary(each => $"{each.Value["arn"].Text}", each => $"{each.Value["name"].Text}");
        var rules = objects.Where(each => each.Type == "aws_lb_listener_rule").ToLookup(rule => rule.Value["listener_arn"].Text);
        return
        [
            .. objects
                .Where(each => each.Type == "aws_lb_listener")
                .Where(listener => loadBalancers.ContainsKey($"{listener.Value["load_balancer_arn"].Text}"))
                .Select(listener => new ListenerRoutes(
                    loadBalancers[$"{listener.Value["load_balancer_arn"].Text}"],
                    RouteRule.Number(listener.Value["port"]),
                    [
                        .. rules[listener.Value["arn"].Text].Select(rule => RouteRule.Of(rule.Value)).OrderBy(rule => rule.Priority),
                        RouteRule.Default(listener.Value),
                    ]
                )),
        ];
    }

    /// <summary>A request of each kind that a rule is about: one for each value of its conditions, and one that meets the default action.</summary>
    public IEnumerable<Request> Examples() => Rules.SelectMany(rule => rule.Examples(new Request(LoadBalancer, Port)));

    /// <summary>The action that a request meets.</summary>
    public RouteAction Of(Request request) => Rules.First(rule => rule.Matches(request)).Action;
}
