using Mooring.StandIns.Schemas;

namespace Mooring.StandIns.Tests;

/// <summary>The attributes and blocks of a schema by their paths: <c>health_check.timeout</c>.</summary>
internal static class SchemaPaths
{
    /// <summary>The attributes that meet a condition.</summary>
    public static IEnumerable<string> Attributes(Block block, Func<BlockAttribute, bool> which) => Attributes(block, which, string.Empty);

    /// <summary>The blocks.</summary>
    public static IEnumerable<string> Blocks(Block block) =>
        block.BlockTypes.SelectMany(nested => Blocks(nested.Value.Block).Select(path => $"{nested.Key}.{path}").Prepend(nested.Key));

    private static IEnumerable<string> Attributes(Block block, Func<BlockAttribute, bool> which, string path) =>
        [
            .. block.Attributes.Where(attribute => which(attribute.Value)).Select(attribute => path + attribute.Key),
            .. block
                .Attributes.Where(attribute => attribute.Value.NestedType is not null)
                .SelectMany(attribute => Attributes(new Block { Attributes = attribute.Value.NestedType!.Attributes }, which, $"{path}{attribute.Key}.")),
            .. block.BlockTypes.SelectMany(nested => Attributes(nested.Value.Block, which, $"{path}{nested.Key}.")),
        ];
}
