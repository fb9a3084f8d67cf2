using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>A mapping of a YAML text, as written: a key may stand in it twice.</summary>
internal sealed class YamlMapping : YamlValue
{
    private int _size = 1;

    /// <summary>Its entries.</summary>
    public List<(YamlValue Key, YamlValue Value)> Entries { get; } = [];

    /// <inheritdoc/>
    public override int Size => _size;

    /// <inheritdoc/>
    public override string Description => "a mapping";

    /// <summary>Adds an entry by the name that was found for it: it merges nothing, whatever it is called.</summary>
    public void Add(string name, TextPlace key, YamlValue value) =>
        Add(
            new YamlSingle
            {
                Text = key,
                Value = name,
                IsPlain = false,
            },
            value
        );

    /// <summary>Adds an entry.</summary>
    public void Add(YamlValue key, YamlValue value)
    {
        Entries.Add((key, value));
        _size += key.Size + value.Size;
    }
}
