namespace Mooring.StandIns.Values;

/// <summary>A number. Terraform's are larger; no attribute of a load balancer or a cluster needs more than this.</summary>
/// <param name="Value">Its value.</param>
public sealed record NumberValue(double Value) : Value;
