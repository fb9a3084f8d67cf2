using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>
/// A fleet that is made up, and what made-up users change in it, one change after the other. A change that the checks refuse is not deployed: the next
/// one is made from the fleet before it.
/// </summary>
/// <param name="number">Makes every choice: equal numbers have equal histories.</param>
internal sealed class FleetHistory(int number)
{
    /// <summary>FsCheck wants an odd number.</summary>
    /// <seealso href="https://gee.cs.oswego.edu/dl/papers/oopsla14.pdf"/>
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private readonly Random _random = new(number);
    private bool _isDeployed;

    /// <summary>The first fleet and its changes, without end.</summary>
    public IEnumerable<FleetChange> Changes()
    {
        var text = First();
        var deployed = FleetFile.Parse(text);
        _isDeployed = true;
        yield return new FleetChange(null, text, [], deployed, []);
        while (true)
        {
            var (next, edits) = Next(text);
            var change = Check(text, next, edits, deployed);
            yield return change;
            (text, deployed) = change.Fleet is { } fleet ? (next, fleet) : (text, deployed);
        }
    }

    private static FleetChange Check(string before, string text, IReadOnlyList<string> edits, FleetSpec deployed)
    {
        try
        {
            return new FleetChange(before, text, edits, FleetFile.ParseChange(text, deployed), []);
        }
        catch (FleetException exception)
        {
            return new FleetChange(before, text, edits, null, exception.Faults);
        }
    }

    /// <summary>A fleet that has lived a while: one of the generator, edited some times.</summary>
    private string First() => Edit(Generated(), _random.Next(4, 12)).Text;

    /// <summary>The next fleet: most are edited a little, and some are another one with the same names.</summary>
    private (string Text, IReadOnlyList<string> Edits) Next(string text) =>
        _random.Next(12) == 0 ? (NamedAs(text, Edit(Generated(), 4).Text), ["another fleet"]) : Edit(text, _random.Next(1, 4));

    private string Generated()
    {
        while (true)
        {
            var seed = new Rnd((ulong)_random.NextInt64(), Gamma);
            if (FleetGenerator.Fleet(most: 2).Sample(1, seed, 6).Single().Text is var text && FleetDocument.FaultsOf(text).Count == 0)
            {
                return text;
            }
        }
    }

    /// <summary>Edits a fleet; an edit that makes it faulty is taken back.</summary>
    private (string Text, IReadOnlyList<string> Edits) Edit(string text, int count)
    {
        var edits = new List<string>();
        while (edits.Count < count)
        {
            var edit = FleetEdit.All[_random.Next(FleetEdit.All.Count)];
            var root = (JsonObject)JsonNode.Parse(text)!;
            if (edit.Apply(new EditedFleet(root, _random)))
            {
                Forwards.Tidy(root);
                if (new FleetDocument(root).Text is var next && next != text && IsGood(next))
                {
                    text = next;
                    edits.Add(edit.Name);
                }
            }
        }

        return (text, edits);
    }

    /// <summary>Whether a fleet has no faults. A first fleet has no cluster that lacks a controller of somebody else when it is created, too.</summary>
    private bool IsGood(string text) =>
        FleetDocument.FaultsOf(text).Count == 0
        && (
            _isDeployed
            || FleetFile.Parse(text) is var fleet
                && fleet.Clusters.All(cluster => cluster.Value.Existing || cluster.Value.Controller.Install is not false || cluster.Value.Bindings.Count == 0)
        );

    /// <summary>A fleet with the names of another one, as far as that has some.</summary>
    private static string NamedAs(string text, string other)
    {
        var (names, root) = ((JsonObject)JsonNode.Parse(text)!, (JsonObject)JsonNode.Parse(other)!);
        root["name"] = $"{names["name"]}";
        var fleet = new EditedFleet(root, new Random(0));
        Rename(names, fleet, "clusters", ClusterEdits.RenameTo);
        Rename(names, fleet, "loadBalancers", LoadBalancerEdits.RenameTo);
        return FleetDocument.FaultsOf(new FleetDocument(root).Text).Count == 0 ? new FleetDocument(root).Text : text;
    }

    private static void Rename(JsonObject names, EditedFleet fleet, string key, Action<EditedFleet, string, string> rename)
    {
        var now = EditedFleet.Map(fleet.Root, key).Select(pair => pair.Key).ToArray();
        foreach (var (name, newName) in now.Zip(EditedFleet.Map(names, key).Select(pair => pair.Key)).Where(pair => !now.Contains(pair.Second)))
        {
            rename(fleet, name, newName);
        }
    }
}
