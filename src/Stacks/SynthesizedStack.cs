namespace Mooring.Stacks;

/// <summary>A stack as it was written.</summary>
/// <param name="Name">Name of the stack.</param>
/// <param name="Resources">How many resources it has, data sources not counted.</param>
/// <param name="File">Path of its Terraform JSON.</param>
public sealed record SynthesizedStack(string Name, int Resources, string File);
