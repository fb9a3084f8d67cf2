using System.Reflection;
using System.Text.Json.Nodes;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The default of each key that is a single value, as its record sets it.</summary>
internal static class KeyDefaults
{
    /// <summary>The default as JSON; <see langword="null"/> where the key is required, has no default or is no single value.</summary>
    public static JsonNode? Of(PropertyInfo property)
    {
        if (FleetKeys.IsRequired(property) || property.DeclaringType!.IsInterface)
        {
            return null;
        }

        return property.GetValue(Activator.CreateInstance(property.DeclaringType)) switch
        {
            bool value => JsonValue.Create(value),
            int value => JsonValue.Create(value),
            string value => JsonValue.Create(value),
            Enum value => JsonValue.Create(Words.ValuesByWord(value.GetType()).First(pair => pair.Value.Equals(value)).Key),
            _ => null,
        };
    }
}
