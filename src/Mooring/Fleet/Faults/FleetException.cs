namespace Mooring.Fleet.Faults;

/// <summary>A fleet file cannot be used. It carries all that is wrong with it.</summary>
public sealed class FleetException : Exception
{
    internal FleetException(IReadOnlyList<Fault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
