using Mooring.Fleet;
using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal;

/// <summary>The change from a deployed fleet to the next one, stack by stack, with Argo CD beside it, and traffic followed all the time.</summary>
/// <param name="session">The session, in which the deployed fleet is applied.</param>
/// <param name="fleet">The next fleet.</param>
/// <param name="deployed">The deployed fleet; <see langword="null"/> for none.</param>
/// <param name="report">Receives the results.</param>
/// <param name="onStack">Called with what is done next.</param>
internal sealed class ChangeRehearsal(RehearsalSession session, FleetSpec fleet, FleetSpec? deployed, IRehearsalReport report, Action<string> onStack)
{
    private RehearsedArgoCd? _argoCd;

    /// <summary>Changes the stacks in the order in which they are applied.</summary>
    /// <param name="before">The stacks of the deployed fleet.</param>
    /// <param name="stacks">Those of the next one.</param>
    /// <returns>What became of traffic.</returns>
    public async Task<TrafficReport> RunAsync(IReadOnlyList<RehearsedStack> before, IReadOnlyList<RehearsedStack> stacks)
    {
        _argoCd = deployed is null ? null : RehearsedArgoCd.Start(session.Account, deployed);
        _argoCd?.Settle();
        var watch = new TrafficWatch(session.Account);
        _argoCd?.Server.Events.OnEvent = happened => watch.Saw($"Argo CD: {happened}");

        var left = LeftStacks.Of(before, stacks);
        foreach (var stack in left.First)
        {
            await DestroyAsync(stack, watch, "before the others are applied");
        }

        foreach (var stack in stacks.Except(left.AppliedLast))
        {
            await ApplyAsync(stack, watch);
        }

        CommitGitOps(watch);
        foreach (var stack in left.Last)
        {
            await DestroyAsync(stack, watch, "after the others are applied");
        }

        foreach (var stack in left.AppliedLast)
        {
            await ApplyAsync(stack, watch);
        }

        _argoCd?.Server.Events.OnEvent = null;
        return watch.End() with { NotFollowed = RehearsedArgoCd.NotFollowed(deployed, fleet) };
    }

    private async Task ApplyAsync(RehearsedStack stack, TrafficWatch watch)
    {
        onStack(stack.Name);
        watch.Begin(stack.Name);
        report.Write(await FleetRehearsal.Name(stack, () => FleetRehearsal.ApplyAsync(stack)));
        _argoCd?.Settle();
    }

    private async Task DestroyAsync(RehearsedStack stack, TrafficWatch watch, string when)
    {
        onStack($"{stack.Name}, destroying");
        watch.Begin($"{stack.Name}, destroying");
        report.WriteLeft(await FleetRehearsal.Name(stack, () => FleetRehearsal.DestroyAsync(stack)), when);
        _argoCd?.Settle();
    }

    /// <summary>The directory is committed when the Secrets have what it reads from them.</summary>
    private void CommitGitOps(TrafficWatch watch)
    {
        watch.Begin("the GitOps directory");
        if (_argoCd is null)
        {
            _argoCd = RehearsedArgoCd.Start(session.Account, fleet);
        }
        else if (fleet.ArgoCd?.GitOps is not null)
        {
            _argoCd.Commit(fleet);
        }

        _argoCd?.Settle();
    }
}
