using Mooring.StandIns.Remote;
using Mooring.StandIns.Traffic;

namespace Mooring.Rehearsal.Traffic;

/// <summary>Follows the traffic of an account after every single change, from the start of a watch to its end.</summary>
internal sealed class TrafficWatch
{
    private readonly PretendedAccount _account;
    private readonly TargetHealth _health;
    private readonly List<Moment> _moments = [];
    private string _step = string.Empty;

    /// <summary>Starts to follow an account.</summary>
    public TrafficWatch(PretendedAccount account)
    {
        (_account, _health) = (account, new TargetHealth(account));
        See("as deployed");
        account.OnChange = call => See($"{_step}: {Describe(call)}");
    }

    /// <summary>Names what makes the next changes, such as a stack.</summary>
    public void Begin(string step) => _step = step;

    /// <summary>Sees what something else than Terraform has changed.</summary>
    /// <param name="change">The change, in words.</param>
    public void Saw(string change) => See($"{_step}: {change}");

    /// <summary>Stops to follow the account.</summary>
    /// <returns>What was seen.</returns>
    public TrafficReport End()
    {
        _account.OnChange = null;
        See("at the end");
        return new TrafficTimeline(_moments).Report();
    }

    private void See(string step) => _moments.Add(Moment.Of(step, _account, _health));

    private static string Describe(ProviderCall call) =>
        call.Name is { } name && !name.StartsWith("arn:", StringComparison.Ordinal)
            ? $"{call.Operation.ToString().ToLowerInvariant()} {call.Type} {name}"
            : $"{call.Operation.ToString().ToLowerInvariant()} {call.Type}";
}
