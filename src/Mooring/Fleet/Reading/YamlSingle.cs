namespace Mooring.Fleet.Reading;

/// <summary>A single value of a YAML text.</summary>
internal sealed class YamlSingle : YamlValue
{
    private const int OrdinaryLength = 100;

    /// <summary>Its text.</summary>
    public required string Value { get; init; }

    /// <summary>Where it is in the text, with its anchor and its quotes, and not counting a byte order mark.</summary>
    public Range Written { get; init; }

    /// <summary>Whether it stands without quotes, so that what its text looks like says what it is.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsNothing => IsPlain && Value.Length == 0;

    /// <summary>Whether it is YAML's null, written out.</summary>
    public bool IsNull => IsPlain && (Value is "~" or "null" or "Null" or "NULL");

    /// <inheritdoc/>
    public override int Size => 1 + (Value.Length / OrdinaryLength);

    /// <inheritdoc/>
    public override string Description =>
        IsNothing ? "nothing"
        : IsPlain ? Value
        : $"the string '{Value}'";
}
