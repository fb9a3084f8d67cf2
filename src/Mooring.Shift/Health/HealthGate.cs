using Mooring.Aws;

namespace Mooring.Shift.Health;

/// <summary>
/// Decides whether target groups may get more requests. Each must have a healthy target, and at least half as many as at the beginning of the shift; and
/// no alarm may be raised.
/// </summary>
/// <param name="aws">What is asked.</param>
/// <param name="alarms">Names of the alarms.</param>
/// <param name="atBeginning">How many healthy targets there were, where an interrupted shift goes on.</param>
internal sealed class HealthGate(AwsCli aws, IReadOnlyList<string> alarms, IReadOnlyDictionary<string, int>? atBeginning)
{
    /// <summary>The most targets that a message lists.</summary>
    private const int MostListed = 3;

    private readonly Dictionary<string, int> _atBeginning = new(atBeginning ?? new Dictionary<string, int>(), StringComparer.Ordinal);

    /// <summary>How many healthy targets each target group had at the beginning, by its name in the forward.</summary>
    public IReadOnlyDictionary<string, int> AtBeginning => _atBeginning;

    /// <summary>Asks AWS.</summary>
    /// <returns>What is not healthy, and what was found.</returns>
    /// <exception cref="AwsException">It does not answer.</exception>
    public async Task<HealthAnswer> AskAsync(IEnumerable<WatchedGroup> groups, CancellationToken cancellation)
    {
        List<string> problems = [];
        List<string> found = [];
        foreach (var group in groups)
        {
            var health = await TargetHealth.OfAsync(group, aws, cancellation);
            _atBeginning.TryAdd(group.Name, health.Healthy);
            found.Add($"{group.Name}: {health.Healthy} of {Count(health.Registered)} healthy");
            if (health.Healthy < LeastOf(group.Name))
            {
                problems.Add(ProblemOf(group, health));
            }
        }

        foreach (var name in alarms)
        {
            var alarm = await Alarm.OfAsync(name, aws, cancellation);
            found.Add($"alarm {name}: {alarm.State}");
            if (alarm.IsRaised)
            {
                problems.Add($"CloudWatch alarm '{name}' is in state {alarm.State}{(alarm.Reason.Length > 0 ? $": {alarm.Reason}" : string.Empty)}");
            }
        }

        return new(problems, string.Join("; ", found));
    }

    private int LeastOf(string group) => Math.Max(1, (_atBeginning[group] + 1) / 2);

    private string ProblemOf(WatchedGroup group, TargetHealth health)
    {
        var least = LeastOf(group.Name);
        var before = _atBeginning[group.Name] > 1 ? $" of the {_atBeginning[group.Name]} at the beginning" : string.Empty;
        var targets = health.Problems.Count > 0 ? $" ({string.Join("; ", health.Problems.Take(MostListed))})" : string.Empty;
        return $"{group.Name} must have at least {Count(least)}{before} healthy, got {health.Healthy} of {Count(health.Registered)}{targets}";
    }

    private static string Count(int targets) => $"{targets} target{(targets == 1 ? string.Empty : "s")}";
}
