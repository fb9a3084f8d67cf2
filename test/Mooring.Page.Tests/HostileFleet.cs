using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;

namespace Mooring.Page.Tests;

/// <summary>Puts the same text behind every text of a fleet, the names of its parts included, so that they still refer to each other.</summary>
/// <param name="behind">The text.</param>
internal sealed class HostileFleet(string behind)
{
    /// <summary>The fleet with the text everywhere.</summary>
    public FleetSpec Of(FleetSpec fleet) => (FleetSpec)Hostile(fleet, typeof(FleetSpec))!;

    private object? Hostile(object? value, Type type) =>
        value switch
        {
            null => null,
            string text => text + behind,
            ServicePort { Number: null } port => ServicePort.FromString($"{port}{behind}"),
            // The values of a chart are JSON: its text is the value of a text.
            ChartValue => ChartValue.Of(JsonValue.Create(behind)),
            _ when value.GetType().IsValueType => value,
            IDictionary entries => Entries(entries, type.GetGenericArguments()[1]),
            IEnumerable list => List(list, type.GetGenericArguments()[0]),
            _ => Record(value),
        };

    private IDictionary Entries(IDictionary entries, Type type)
    {
        var hostile = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type))!;
        foreach (DictionaryEntry entry in entries)
        {
            hostile.Add(entry.Key + behind, Hostile(entry.Value, type));
        }

        return hostile;
    }

    private IList List(IEnumerable list, Type type)
    {
        var hostile = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        foreach (var entry in list)
        {
            hostile.Add(Hostile(entry, type));
        }

        return hostile;
    }

    private object Record(object record)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        foreach (var property in copy.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite))
        {
            property.SetValue(copy, Hostile(property.GetValue(record), property.PropertyType));
        }

        return copy;
    }
}
