namespace Mooring.Fleet.Faults;

/// <summary>A fleet file has errors. The exception contains all of them.</summary>
public sealed class FleetException : Exception
{
    internal FleetException(IReadOnlyList<Fault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>The errors, in the order of the file.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
