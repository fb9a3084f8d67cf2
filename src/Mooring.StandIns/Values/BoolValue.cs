namespace Mooring.StandIns.Values;

/// <summary>A bool.</summary>
/// <param name="Value">Its value.</param>
public sealed record BoolValue(bool Value) : Value;
