namespace Mooring.Fleet.Faults;

/// <summary>What is legal in a fleet file but likely wrong, and its place. <c>docs/messages.md</c> describes each code.</summary>
/// <param name="Code">Its code, such as <c>W001</c>.</param>
/// <param name="Place">Its place and what is likely wrong.</param>
public sealed record FleetWarning(string Code, Fault Place)
{
    /// <summary><c>fleet.yaml(7,3): warning W001: backend.cloud runs without the 'aws' command …</c></summary>
    public override string ToString() => Place.Listed($"warning {Code}: ");
}
