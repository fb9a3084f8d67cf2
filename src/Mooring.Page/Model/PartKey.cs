namespace Mooring.Page.Model;

/// <summary>What identifies a part in all states of a fleet, also where it is renamed.</summary>
/// <param name="Kind">The kind of part.</param>
/// <param name="Scope">What it belongs to: a load balancer, a listener, a cluster.</param>
/// <param name="Name">Its name there.</param>
public sealed record PartKey(PartKind Kind, string Scope, string Name);
