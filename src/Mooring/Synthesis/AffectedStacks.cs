using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Jsii;
using Mooring.Stacks;
using Mooring.Synthesis.Reuse;

namespace Mooring.Synthesis;

/// <summary>
/// Finds the stacks that a change of a fleet touches, by the fingerprints of their slices: a stack is a function of its slice. Stacks to apply come
/// first, each after those that it depends on; stacks to destroy come last, each before those.
/// </summary>
internal static class AffectedStacks
{
    /// <summary>What differs between a fleet and the deployed one.</summary>
    public static IReadOnlyList<AffectedStack> Between(FleetSpec deployed, FleetSpec fleet)
    {
        var before = FleetLayout.Plan(deployed).Select(Known.Of).ToDictionary(stack => stack.Name);
        return Affected(FleetLayout.Plan(fleet), before, stack => before[stack.Name].Slice == stack.Slice);
    }

    /// <summary>What differs between fleets and the last output in a directory.</summary>
    /// <param name="output">The output directory.</param>
    /// <param name="fleetFiles">The fleet files, as they are given for a synthesis.</param>
    /// <param name="warnings">What happens to their warnings.</param>
    /// <exception cref="FleetException">A file has faults.</exception>
    /// <exception cref="IOException">The directory has no output of this program that could be compared.</exception>
    public static IReadOnlyList<AffectedStack> SinceOutput(string output, IReadOnlyList<string> fleetFiles, WarningOptions warnings)
    {
        var fleets = new FleetInputs(fleetFiles, new SynthesisOptions { Warnings = warnings }).Read().Fleets;
        var record =
            SynthesisRecord.Read(output, ProgramFingerprint.OfThis(NodeEnvironment.OfUser()))
            ?? throw new IOException(
                $"{output} has no output that this program wrote and that could be compared: synthesize the deployed fleet first, or name its file with --from."
            );
        if (Math.Max(1, record.Extended.Count) != fleets.Count)
        {
            throw new IOException($"{output} has the output of {Math.Max(1, record.Extended.Count)} fleets, got {fleets.Count}: name the same fleet files.");
        }

        var plan = FleetLayout.Plan([.. fleets.Select(fleet => fleet.Fleet)]);
        var before = record.Stacks.Select(Known.Of).ToDictionary(stack => stack.Name);
        return Affected(plan, before, stack => record.Reusable(stack.Name, stack.Slice, output) is not null);
    }

    private static AffectedStack[] Affected(IReadOnlyList<PlannedStack> plan, Dictionary<string, Known> before, Func<Known, bool> isSame)
    {
        var after = plan.Select(Known.Of).ToDictionary(stack => stack.Name);
        var toApply = InOrder(after)
            .Where(stack => !before.ContainsKey(stack.Name) || !isSame(stack))
            .Select(stack => stack.As(before.ContainsKey(stack.Name) ? StackChange.Changed : StackChange.Added));
        var deployed = InOrder(before).ToArray();
        var needed = StackOrder.NeededBy(after.Keys, deployed, stack => stack.Name, stack => stack.Dependencies);
        var toDestroy = deployed
            .Reverse()
            .Where(stack => !after.ContainsKey(stack.Name))
            .Select(stack => stack.As(StackChange.Removed) with { IsDestroyedLast = needed.Contains(stack.Name) });
        return [.. toApply, .. toDestroy];
    }

    private static IEnumerable<Known> InOrder(Dictionary<string, Known> stacks) =>
        StackOrder.Waves(stacks.Values, stack => stack.Name, stack => stack.Dependencies).SelectMany(wave => wave);

    /// <summary>A stack that is planned or was recorded.</summary>
    private sealed record Known(string Name, StackKind Kind, string Subject, IReadOnlyList<string> Dependencies, string Slice)
    {
        public static Known Of(PlannedStack stack) => new(stack.Name, stack.Kind, stack.Subject, stack.Dependencies, StackRecord.SliceOf(stack));

        public static Known Of(KeyValuePair<string, StackRecord> stack) =>
            new(stack.Key, StackKind.Of(stack.Value.Kind), stack.Value.Subject, stack.Value.Dependencies, stack.Value.Slice);

        public AffectedStack As(StackChange change) => new(Name, Kind, Subject, Dependencies, change);
    }
}
