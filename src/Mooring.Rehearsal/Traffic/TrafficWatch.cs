using Mooring.StandIns.Remote;
using Mooring.StandIns.Traffic;

namespace Mooring.Rehearsal.Traffic;

/// <summary>Follows the traffic of an account after every single change, from the start of a watch to its end.</summary>
internal sealed class TrafficWatch
{
    private readonly PretendedAccount _account;
    private readonly TargetHealth _health;
    private readonly List<Moment> _moments = [];
    private string _stack = string.Empty;

    /// <summary>Starts to follow an account.</summary>
    public TrafficWatch(PretendedAccount account)
    {
        (_account, _health) = (account, new TargetHealth(account));
        See("as deployed");
        account.OnChange = call => See(Describe(call));
    }

    /// <summary>Names what makes the next changes, such as a stack.</summary>
    public void Begin(string stack) => _stack = stack;

    /// <summary>Sees what something else than Terraform has changed.</summary>
    /// <param name="change">The change, in words.</param>
    public void Saw(string change) => See(change);

    /// <summary>Notes that somebody may stop here.</summary>
    public void Rest() => _moments[^1] = _moments[^1] with { IsAtRest = true };

    /// <summary>Stops to follow the account.</summary>
    /// <returns>What was seen.</returns>
    public TrafficReport End()
    {
        _account.OnChange = null;
        _stack = string.Empty;
        Rest();
        See("at the end");
        return new TrafficTimeline(_moments).Report();
    }

    private void See(string change) => _moments.Add(Moment.Of(_stack, change, _account, _health));

    private static string Describe(ProviderCall call) =>
        call.Name is { } name && !name.StartsWith("arn:", StringComparison.Ordinal)
            ? $"{call.Operation.ToString().ToLowerInvariant()} {call.Type} {name}"
            : $"{call.Operation.ToString().ToLowerInvariant()} {call.Type}";
}
