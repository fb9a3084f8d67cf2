using System.Globalization;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Traffic;

/// <summary>What the load balancers of an account answer at one moment.</summary>
public sealed class TrafficSnapshot
{
    private readonly IReadOnlyList<ListenerRoutes> _listeners;
    private readonly HashSet<string> _withTargets;
    private readonly HashSet<(string LoadBalancer, string TargetGroup)> _reached;
    private readonly HashSet<string> _loadBalancers;

    private TrafficSnapshot(PretendedAccount account, TargetHealth health)
    {
        var objects = account.Objects;
        var (targets, autoScaled) = (health.Targets(objects), TargetHealth.AutoScaled(objects));
        var openPorts = new OpenPorts(objects, account.ControllerRules());
        var loadBalancers = objects.Where(each => each.Type == "aws_lb").ToDictionary(each => $"{each.Value["name"].Text}", each => each.Value);
        _loadBalancers = loadBalancers.Keys.ToHashSet();
        _listeners = ListenerRoutes.In(objects);
        Certificates = ListenerCertificates.In(objects);
        _withTargets = targets.Select(group => group.Key).Concat(autoScaled).ToHashSet();
        _reached = _listeners
            .SelectMany(listener => listener.Rules.SelectMany(rule => rule.Action.TargetGroups).Select(group => (listener.LoadBalancer, group.Arn)))
            .Where(pair => autoScaled.Contains(pair.Arn) || targets[pair.Arn].Any(target => openPorts.LeadTo(loadBalancers[pair.LoadBalancer], target)))
            .ToHashSet();
        Unchecked = _listeners
            .SelectMany(listener => listener.Rules.SelectMany(rule => rule.Action.TargetGroups).Select(group => (listener.LoadBalancer, Group: group)))
            .Where(pair => pair.Group.Weight > 0 && _reached.Contains((pair.LoadBalancer, pair.Group.Arn)) && !autoScaled.Contains(pair.Group.Arn))
            .Where(pair => HealthPortOf(objects, pair.Group.Arn) is { } port && !IsOpen(pair.LoadBalancer, pair.Group.Arn, port))
            .Select(pair => NameOf(pair.Group.Arn))
            .ToHashSet();

        bool IsOpen(string loadBalancer, string group, int port) =>
            targets[group].Any(target => openPorts.LeadTo(loadBalancers[loadBalancer], target with { Port = port }));
    }

    /// <summary>The snapshot of this moment.</summary>
    /// <param name="account">The account.</param>
    /// <param name="health">The health of its targets, from one snapshot to the next.</param>
    public static TrafficSnapshot Of(PretendedAccount account, TargetHealth health) => new(account, health);

    /// <summary>
    /// Names of the target groups that get requests, and whose health checks on a port of their own do not reach the targets: security groups do not let
    /// them in. The load balancer sends requests to unhealthy targets while a group has no others.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html"/>
    public IReadOnlySet<string> Unchecked { get; }

    /// <summary>The certificates of the listeners that have some.</summary>
    public IReadOnlyList<ListenerCertificates> Certificates { get; }

    /// <summary>A request of each kind that a rule or a default action is about.</summary>
    public IEnumerable<Request> Examples => _listeners.SelectMany(listener => listener.Examples());

    /// <summary>What a request is answered.</summary>
    public Answer Ask(Request request)
    {
        if (!_loadBalancers.Contains(request.LoadBalancer))
        {
            return Answer.None($"there is no load balancer '{request.LoadBalancer}'");
        }

        var listener = _listeners.FirstOrDefault(each => each.LoadBalancer == request.LoadBalancer && each.Port == request.Port);
        return listener is null ? Answer.None($"nothing listens on port {request.Port}")
            : listener.Of(request) is var action && action.TargetGroups.Count > 0
                ? Answer.Forward([.. action.TargetGroups.Select(group => GroupOf(request.LoadBalancer, group))])
            : action.Status is { } status ? Answer.Fixed(status)
            : Answer.None("an action of somebody else, which is not known here");
    }

    /// <summary>Whether a target group has targets that answer.</summary>
    public bool HasTargets(string targetGroupArn) => _withTargets.Contains(targetGroupArn);

    private AnsweringGroup GroupOf(string loadBalancer, (string Arn, int Weight) group) =>
        new(
            group.Arn,
            NameOf(group.Arn),
            group.Weight,
            _reached.Contains((loadBalancer, group.Arn)) ? TargetGroupState.Serving
                : HasTargets(group.Arn) ? TargetGroupState.Closed
                : TargetGroupState.Empty
        );

    private static string NameOf(string arn) => arn.Split('/') is [_, var name, ..] ? name : arn;

    /// <summary>The port of health checks where it is not the port of traffic.</summary>
    private static int? HealthPortOf(IReadOnlyList<RemoteObject> objects, string arn) =>
        objects.FirstOrDefault(each => each.Type == "aws_lb_target_group" && each.Value["arn"].Text == arn)?.Value.At("health_check", "port").Text is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : null;
}
