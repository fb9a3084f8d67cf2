namespace Mooring.Fleet.Reading;

/// <summary>How much was read of YAML texts.</summary>
internal sealed class YamlAmount
{
    /// <summary>
    /// The most values that aliases may repeat, and more where a file is long: nine lines of aliases of aliases would otherwise be a billion
    /// values. A thousand clusters that merge the same hundred defaults stay below.
    /// </summary>
    private const int MostRepeated = 100_000;

    /// <summary>How many values are written.</summary>
    public int Written { get; set; }

    /// <summary>How many values aliases repeat.</summary>
    public int Repeated { get; set; }

    /// <summary>Whether it is not too much.</summary>
    public bool IsReadable => Repeated <= MostRepeated + (4 * Written);
}
