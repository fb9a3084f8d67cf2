namespace Mooring.Fleet;

/// <summary>Defines state in local files. It has no settings.</summary>
public sealed record LocalBackendSpec;
