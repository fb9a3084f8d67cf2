using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mooring.Fleet.Reading;

/// <summary>Tags of YAML: those that repeat what a value is anyway, and <c>!!str</c>, which makes a string of it.</summary>
/// <seealso href="https://yaml.org/spec/1.2.2/#103-core-schema"/>
internal static class YamlTag
{
    private const string Core = "tag:yaml.org,2002:";

    private static readonly string[] s_ofScalars = ["str", "int", "bool", "null", "float"];

    /// <summary>Why the tag of a value is none that a file can have; <see langword="null"/> where it is, or where there is none.</summary>
    public static string? Problem(NodeEvent node) =>
        node.Tag.IsEmpty || node.Tag.IsNonSpecific || Known(node).Any(name => node.Tag.Value == Core + name)
            ? null
            : $"must not have a tag, which other programs may know, got '{Written(node.Tag.Value)}'";

    /// <summary>Whether the text of a scalar says what it is: it has neither quotes nor the tag of a string.</summary>
    public static bool IsPlain(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && (scalar.Tag.IsEmpty || (!scalar.Tag.IsNonSpecific && scalar.Tag.Value != $"{Core}str"));

    private static string[] Known(NodeEvent node) =>
        node switch
        {
            Scalar => s_ofScalars,
            SequenceStart => ["seq"],
            _ => ["map"],
        };

    private static string Written(string tag) => tag.StartsWith(Core, StringComparison.Ordinal) ? $"!!{tag[Core.Length..]}" : tag;
}
