using System.Text.Json.Nodes;
using Mooring.Fleet;
using Mooring.TestKit.Fleets.Generated;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>A value in a fleet.</summary>
/// <param name="Fleet">The fleet.</param>
/// <param name="Place">Where the value is in the fleet.</param>
/// <param name="KeyPlace">Where the schema describes it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Node">The value.</param>
internal sealed record FleetValue(FleetDocument Fleet, FleetPlace Place, KeyPlace KeyPlace, KeyType Type, JsonNode? Node)
{
    /// <summary>Every value in a fleet.</summary>
    public static IEnumerable<FleetValue> In(FleetDocument fleet) => InRecord(fleet, typeof(FleetSpec), new FleetPlace([]));

    /// <summary>The fleet with another value in the place.</summary>
    public string With(JsonNode? value) => Fleet.With(Place, value).Text;

    private static IEnumerable<FleetValue> InRecord(FleetDocument fleet, Type record, FleetPlace place) =>
        from key in FleetKeys.KeysOf(record)
        where place.Get(fleet.Root)!.AsObject().ContainsKey(key.Key)
        from value in At(fleet, Below(place, key.Key), new KeyPlace(record, key.Key), key.Type)
        select value;

    private static IEnumerable<FleetValue> At(FleetDocument fleet, FleetPlace place, KeyPlace keyPlace, KeyType type)
    {
        var node = place.Get(fleet.Root);
        var below = node switch
        {
            _ when type.IsAnything => [],
            JsonObject when type.IsRecord => InRecord(fleet, type.Type, place),
            JsonObject map => map.SelectMany(pair => At(fleet, Below(place, pair.Key), keyPlace.Entry, type.Element)),
            JsonArray list => list.SelectMany((_, index) => At(fleet, Below(place, index), keyPlace.Entry, type.Element)),
            _ => [],
        };
        return below.Prepend(new FleetValue(fleet, place, keyPlace, type, node));
    }

    private static FleetPlace Below(FleetPlace place, object step) => new([.. place.Way, step]);
}
