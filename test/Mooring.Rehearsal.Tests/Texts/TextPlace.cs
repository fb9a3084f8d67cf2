using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Rehearsal.Tests.Texts;

/// <summary>A place of a fleet file that holds a text of the user's: a value, or a name in a mapping.</summary>
/// <param name="path">Keys that lead to it: <c>clusters.blue.tags.team</c>.</param>
/// <param name="scalar">Its value or name.</param>
/// <param name="named">The mapping, for a name.</param>
internal sealed class TextPlace(string path, YamlScalarNode scalar, YamlMappingNode? named = null)
{
    /// <summary>What the file has there; an alias has it in several places.</summary>
    public YamlScalarNode Scalar => scalar;

    /// <summary>Keys that lead to it, and whether it is the last of them.</summary>
    public string Path { get; } = named is null ? path : $"{path} (name)";

    /// <summary>The text, which is quoted from the first change on.</summary>
    public string Text
    {
        get => scalar.Value!;
        set => Set(value, ScalarStyle.DoubleQuoted);
    }

    /// <summary>Writes a text, and undoes that where a condition does not hold.</summary>
    public bool TryWrite(string text, Func<bool> holds)
    {
        var (before, style) = (Text, scalar.Style);
        Text = text;
        if (holds())
        {
            return true;
        }

        Set(before, style);
        return false;
    }

    private void Set(string value, ScalarStyle style)
    {
        var children = named?.Children.ToArray() ?? [];
        named?.Children.Clear();
        (scalar.Value, scalar.Style) = (value, style);
        foreach (var (key, child) in children)
        {
            named!.Children.Add(key, child);
        }
    }
}
