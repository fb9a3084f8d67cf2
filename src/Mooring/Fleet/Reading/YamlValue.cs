using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>A value of a YAML text.</summary>
internal abstract class YamlValue
{
    /// <summary>Where it begins.</summary>
    public required TextPlace Text { get; init; }

    /// <summary>Why it cannot be used, such as an unknown tag; <see langword="null"/> where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>How much there is to read in it, in single values of ordinary length.</summary>
    public abstract int Size { get; }

    /// <summary>What an error says that it got.</summary>
    public abstract string Description { get; }
}
