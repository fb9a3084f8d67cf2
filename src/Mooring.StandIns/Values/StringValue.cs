namespace Mooring.StandIns.Values;

/// <summary>A string.</summary>
/// <param name="Value">Its text.</param>
public sealed record StringValue(string Value) : Value;
