using System.Globalization;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Priorities;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Reading;

/// <summary>The file beside a fleet file that keeps the priorities of rules: <c>fleet.priorities.json</c>.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
internal sealed record PriorityRecordFile(string Path, string Text)
{
    /// <summary>The path of the record of a fleet file.</summary>
    public static string PathFor(string fleetFile) => System.IO.Path.ChangeExtension(fleetFile, ".priorities.json");

    /// <summary>The record of a fleet file; <see langword="null"/> where it has none.</summary>
    /// <exception cref="FleetException">It cannot be read.</exception>
    public static PriorityRecordFile? Beside(string fleetFile)
    {
        var path = PathFor(fleetFile);
        // Git may have written other line ends.
        return TextFile.Read(path) is { } text ? new(path, text.ReplaceLineEndings("\n")) : null;
    }

    /// <summary>Parses the text.</summary>
    /// <param name="faults">Its faults; without them the result is what was recorded.</param>
    public PriorityRecord Parse(out IReadOnlyList<Fault> faults)
    {
        var collector = new FaultCollector(Path);
        var record = new PriorityRecord();
        FaultCollector.Collect(() => record = Check(collector));
        faults = collector.Faults;
        return faults.Count == 0 ? record : new();
    }

    private PriorityRecord Check(FaultCollector faults)
    {
        if (YamlText.Root(Text, faults, new() { Language = "JSON" }) is not { } root)
        {
            return new();
        }

        var record = (PriorityRecord)new YamlBinder(faults).Bind(root, typeof(PriorityRecord), faults.Root);
        var scope = new FaultScope(faults).At(record.LoadBalancers);
        foreach (var (loadBalancer, listeners) in record.LoadBalancers)
        {
            foreach (var (name, listener) in listeners)
            {
                Check(listener, scope.Entry(loadBalancer).Entry(name));
            }
        }

        return record;
    }

    private static void Check(ListenerPriorities listener, FaultScope scope)
    {
        var owners = new Dictionary<int, string>();
        foreach (var (rule, priority) in listener.Rules)
        {
            var at = scope.At(listener.Rules).Entry(rule);
            at.AddIf(RuleLimits.Priority(priority));
            if (!owners.TryAdd(priority, rule))
            {
                at.Add(
                    $"must be unique, but {priority} is already the priority of rule '{owners[priority]}': remove the line of the rule that is not deployed"
                );
            }
        }

        foreach (var (rule, places) in listener.Parts)
        {
            Check(rule, places, owners, scope.At(listener.Parts).Entry(rule));
        }

        scope.CheckEach(listener.Retired, RuleLimits.Priority);
    }

    private static void Check(string rule, RulePlaces places, Dictionary<int, string> owners, FaultScope scope)
    {
        foreach (var (part, priority) in places.Priorities)
        {
            var at = scope.At(places.Priorities).Entry(part);
            at.AddIf(IsFurtherPart(part) ? null : $"must be the number of a part, 2 or more, got '{part}'");
            at.AddIf(RuleLimits.Priority(priority));
            if (!owners.TryAdd(priority, rule))
            {
                at.Add($"must be unique, but {priority} is already a priority of rule '{owners[priority]}': remove this line to have another one chosen");
            }
        }

        foreach (var (host, part) in places.Hosts)
        {
            scope.At(places.Hosts).Entry(host).AddIf(Part(part));
        }

        foreach (var (host, part) in places.Removed)
        {
            scope.At(places.Removed).Entry(host).AddIf(Part(part));
        }
    }

    /// <summary>There are never more parts than priorities.</summary>
    private static string? Part(int number) => Limit.Between(number, RulePlaces.First, RuleLimits.HighestPriority);

    private static bool IsFurtherPart(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && RulePlaces.Key(number) == key
        && number is > RulePlaces.First and <= RuleLimits.HighestPriority;
}
