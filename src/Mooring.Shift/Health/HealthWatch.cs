using Mooring.Aws;

namespace Mooring.Shift.Health;

/// <summary>Watches the target groups that get more requests by a shift.</summary>
/// <param name="gate">What decides.</param>
/// <param name="groups">The target groups.</param>
/// <param name="time">The clock.</param>
internal sealed class HealthWatch(HealthGate gate, IReadOnlyList<WatchedGroup> groups, TimeProvider time)
{
    /// <summary>How often AWS is asked.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(15);

    /// <summary>How many healthy targets each target group had at the beginning, by its name in the forward.</summary>
    public IReadOnlyDictionary<string, int> AtBeginning => gate.AtBeginning;

    /// <summary>Asks once.</summary>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public Task<HealthAnswer> AskAsync(CancellationToken cancellation) => gate.AskAsync(groups, cancellation);

    /// <summary>Asks again and again, until a time is over or something is not healthy.</summary>
    /// <param name="pause">The time.</param>
    /// <param name="show">Called with each answer, and the time that is left.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The last answer.</returns>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public async Task<HealthAnswer> WatchAsync(TimeSpan pause, Action<HealthAnswer, TimeSpan> show, CancellationToken cancellation)
    {
        for (var left = pause; ; )
        {
            var answer = await AskAsync(cancellation);
            show(answer, left);
            if (!answer.IsHealthy || left <= TimeSpan.Zero)
            {
                return answer;
            }

            var part = left < s_interval ? left : s_interval;
            await Task.Delay(part, time, cancellation);
            left -= part;
        }
    }
}
