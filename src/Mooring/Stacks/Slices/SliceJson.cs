using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks.Slices;

/// <summary>Reads slices that <see cref="SliceWriter"/> wrote.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(ServicePortConverter), typeof(ChartValueConverter)])]
[JsonSerializable(typeof(FleetSpec))]
internal sealed partial class SliceJson : JsonSerializerContext
{
    /// <summary>Reads a slice.</summary>
    public static FleetSpec Read(byte[] json) => JsonSerializer.Deserialize(json, Default.FleetSpec)!;

    /// <summary>A number is a number, and a string a name.</summary>
    private sealed class ServicePortConverter : JsonConverter<ServicePort>
    {
        public override ServicePort Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, ServicePort value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    /// <summary>A value of a chart is what stands there.</summary>
    private sealed class ChartValueConverter : JsonConverter<ChartValue>
    {
        public override bool HandleNull => true;

        public override ChartValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TargetGroupBindings.ChartValue.Of(JsonNode.Parse(ref reader));

        public override void Write(Utf8JsonWriter writer, ChartValue value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
