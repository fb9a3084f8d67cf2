namespace Mooring.Fleet.Reading;

/// <summary>A list of a YAML text.</summary>
internal sealed class YamlList : YamlValue
{
    private int _size = 1;

    /// <summary>Its entries.</summary>
    public List<YamlValue> Entries { get; } = [];

    /// <inheritdoc/>
    public override int Size => _size;

    /// <inheritdoc/>
    public override string Description => "a list";

    /// <summary>Adds an entry.</summary>
    public void Add(YamlValue entry)
    {
        Entries.Add(entry);
        _size += entry.Size;
    }
}
