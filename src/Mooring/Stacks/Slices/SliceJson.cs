using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks.Slices;

/// <summary>Writes slices as JSON, and reads them: equal slices have equal texts, different slices different ones.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(ServicePortConverter)])]
[JsonSerializable(typeof(FleetSpec))]
internal sealed partial class SliceJson : JsonSerializerContext
{
    /// <summary>A slice as UTF-8.</summary>
    public static byte[] Write(FleetSpec slice) => JsonSerializer.SerializeToUtf8Bytes(slice, Default.FleetSpec);

    /// <summary>Reads a slice.</summary>
    public static FleetSpec Read(byte[] json) => JsonSerializer.Deserialize(json, Default.FleetSpec)!;

    /// <summary>Writes a number as a number and a name as a string.</summary>
    private sealed class ServicePortConverter : JsonConverter<ServicePort>
    {
        public override ServicePort Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, ServicePort value, JsonSerializerOptions options)
        {
            if (value.Number is { } number)
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteStringValue(value.ToString());
            }
        }
    }
}
