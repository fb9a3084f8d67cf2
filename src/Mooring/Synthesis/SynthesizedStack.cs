using Mooring.Stacks;

namespace Mooring.Synthesis;

/// <summary>A synthesized stack.</summary>
/// <param name="Name">Name of the stack.</param>
/// <param name="Kind">Kind of the stack.</param>
/// <param name="Subject">Name in the fleet of the load balancer or the cluster that it is for; empty for the stack of the whole fleet.</param>
/// <param name="Dependencies">Names of the stacks that are applied before it.</param>
/// <param name="Resources">How many resources it has, data sources not counted.</param>
/// <param name="File">Path of its Terraform JSON.</param>
/// <param name="IsReused">Whether the output of the last run was reused, because no input of the stack changed.</param>
public sealed record SynthesizedStack(
    string Name,
    StackKind Kind,
    string Subject,
    IReadOnlyList<string> Dependencies,
    int Resources,
    string File,
    bool IsReused
);
