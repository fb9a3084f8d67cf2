namespace Mooring.Benchmarks.Terraform;

/// <summary>What a stack costs Terraform.</summary>
/// <param name="Name">Name of the stack.</param>
/// <param name="Elements">What it has.</param>
/// <param name="Reads">How many of them a plan reads that changes nothing, counted in a rehearsal.</param>
internal sealed record StackCost(string Name, IReadOnlyList<Element> Elements, int Reads);
