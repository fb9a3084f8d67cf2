using Mooring.StandIns.Values;

namespace Mooring.StandIns.Schemas;

/// <summary>Attributes that only the provider sets, and a configuration sets all the same. Terraform itself lets that pass, the providers do not.</summary>
internal static class UnconfigurableAttributes
{
    /// <summary>Their paths.</summary>
    /// <param name="block">What may be set.</param>
    /// <param name="configuration">What is set.</param>
    public static IEnumerable<string> In(Block block, Value configuration)
    {
        var set = block
            .Attributes.Where(attribute => attribute.Value is { Computed: true, Optional: false } && !configuration[attribute.Key].IsNull)
            .Select(attribute => attribute.Key);
        var nested = block.BlockTypes.SelectMany(type =>
            configuration[type.Key].Elements.SelectMany(element => In(type.Value.Block, element)).Select(path => $"{type.Key}.{path}")
        );
        return [.. set, .. nested];
    }
}
