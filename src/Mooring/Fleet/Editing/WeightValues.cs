using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.Fleet.Editing;

/// <summary>Finds the weights of a forward in the text of a fleet file that has no faults, or in a file that it extends.</summary>
/// <param name="file">What faults call the file.</param>
/// <param name="text">The text, without a byte order mark.</param>
/// <param name="extended">The texts of the files that it extends, by their names, without byte order marks.</param>
internal sealed class WeightValues(string file, string text, IReadOnlyDictionary<string, string> extended)
{
    private readonly FaultCollector _faults = new(file);

    /// <summary>The weights, in the order of the forward's target groups.</summary>
    /// <exception cref="FleetException">A weight is not written.</exception>
    public IReadOnlyList<YamlSingle> Of(ActionAddress address, FleetSpec fleet)
    {
        var listener = At(new ExtendedFleet(file, new(extended), _faults).Root(text)!, "loadBalancers", address.LoadBalancer, "listeners", address.Listener);
        var path = $"loadBalancers.{address.LoadBalancer}.listeners.{address.Listener}";
        if (address.Rule is null)
        {
            return OfForward(At(listener, "defaultAction"), $"{path}.defaultAction");
        }

        var index = fleet.LoadBalancers[address.LoadBalancer].Listeners[address.Listener].Rules.Index().Single(rule => rule.Item.Name == address.Rule).Index;
        return OfForward(((YamlList)At(listener, "rules")).Entries[index], $"{path}.rules[{index}]");
    }

    private YamlSingle[] OfForward(YamlValue action, string path) =>
        [
            .. ((YamlList)At(action, "forward", "targetGroups")).Entries.Select(
                (target, index) => WeightOf(target) ?? throw Missing(target, $"{path}.forward.targetGroups[{index}]")
            ),
        ];

    private YamlSingle? WeightOf(YamlValue target) =>
        EntriesOf(target).FirstOrDefault(entry => entry.Name == "weight").Value is YamlSingle { IsNothing: false } weight ? weight : null;

    private YamlValue At(YamlValue value, params string[] names) =>
        names.Aggregate(value, (each, name) => EntriesOf(each).First(entry => entry.Name == name).Value);

    private IEnumerable<(string Name, TextPlace Key, YamlValue Value)> EntriesOf(YamlValue value) =>
        new YamlEntries(_faults).Of((YamlMapping)value, _faults.Root);

    private FleetException Missing(YamlValue target, string path) =>
        new([
            new Fault(
                target.Text.File ?? file,
                target.Text.Line,
                target.Text.Column,
                path,
                "has no 'weight' in the file that could be edited: write one, 'weight: 1' is the default"
            )
            {
                Code = ErrorCodes.Missing,
            },
        ]);
}
