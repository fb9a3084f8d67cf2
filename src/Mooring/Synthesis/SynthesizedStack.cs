namespace Mooring.Synthesis;

/// <summary>A stack as it was written.</summary>
/// <param name="Name">Name of the stack.</param>
/// <param name="Resources">How many resources it has, data sources not counted.</param>
/// <param name="File">Path of its Terraform JSON.</param>
/// <param name="IsReused">Whether it is the last run's, because nothing that it is made from has changed.</param>
public sealed record SynthesizedStack(string Name, int Resources, string File, bool IsReused);
