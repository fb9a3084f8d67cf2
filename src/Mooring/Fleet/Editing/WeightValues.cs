using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.Fleet.Editing;

/// <summary>
/// Finds the weights of a forward in the text of a fleet file that has no faults. Those of a file that it extends are not its own: another fleet may
/// extend that file, too.
/// </summary>
/// <param name="file">What faults call the file.</param>
/// <param name="text">The text, without a byte order mark.</param>
internal sealed class WeightValues(string file, string text)
{
    private readonly FaultCollector _faults = new(file);

    /// <summary>The weights, in the order of the forward's target groups.</summary>
    /// <exception cref="FleetException">A weight is not written, or in another file.</exception>
    public IReadOnlyList<YamlSingle> Of(ActionAddress address, FleetSpec fleet)
    {
        var listener = At(new ExtendedFleet(file, new(), _faults).Root(text)!, "loadBalancers", address.LoadBalancer, "listeners", address.Listener);
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
                (target, index) => Own(WeightOf(target) ?? throw Missing(target, $"{path}.forward.targetGroups[{index}]"), path)
            ),
        ];

    private YamlSingle? WeightOf(YamlValue target) =>
        EntriesOf(target).FirstOrDefault(entry => entry.Name == "weight").Value is YamlSingle { IsNothing: false } weight ? weight : null;

    private YamlValue At(YamlValue value, params string[] names) =>
        names.Aggregate(value, (each, name) => EntriesOf(each).First(entry => entry.Name == name).Value);

    private IEnumerable<(string Name, TextPlace Key, YamlValue Value)> EntriesOf(YamlValue value) =>
        new YamlEntries(_faults).Of((YamlMapping)value, _faults.Root);

    private YamlSingle Own(YamlSingle weight, string path) =>
        weight.Text.File is null
            ? weight
            : throw Fault(
                weight,
                path,
                $"has its weights here, where other fleets may use them, too: write 'forward' with its 'targetGroups' in {file}",
                ErrorCodes.Refused
            );

    private FleetException Missing(YamlValue target, string path) =>
        Fault(target, path, "has no 'weight' in the file that could be edited: write one, 'weight: 1' is the default", ErrorCodes.Missing);

    private FleetException Fault(YamlValue value, string path, string message, string code) =>
        new([new Fault(value.Text.File ?? file, value.Text.Line, value.Text.Column, path, message) { Code = code }]);
}
