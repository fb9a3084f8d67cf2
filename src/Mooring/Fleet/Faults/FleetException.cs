namespace Mooring.Fleet.Faults;

/// <summary>A fleet file has errors. The exception contains all of them; its message has a line for each, with its code.</summary>
public sealed class FleetException : Exception
{
    internal FleetException(IReadOnlyList<Fault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => $"{fault} ({fault.Code})"))) => Faults = faults;

    /// <summary>The errors, in the order of the file.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
