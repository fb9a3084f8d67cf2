using Mooring.Fleet.Faults;
using YamlDotNet.Core;

namespace Mooring.Fleet.Reading;

/// <summary>What a text is of.</summary>
internal sealed record YamlOrigin
{
    /// <summary>What errors call the language.</summary>
    public string Language { get; init; } = "YAML";

    /// <summary>The file, where it is one that another file extends.</summary>
    public string? File { get; init; }

    /// <summary>How much was read so far. Files that are merged have one, so that its limits hold for them together.</summary>
    public YamlAmount Amount { get; init; } = new();

    /// <summary>The place of a mark.</summary>
    public TextPlace PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column, File);
}
