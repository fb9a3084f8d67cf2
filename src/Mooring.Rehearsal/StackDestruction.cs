using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal;

/// <summary>What became of a stack that was destroyed.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Plan">The plan that destroyed it.</param>
/// <param name="WasRefused">Whether Terraform refused it until the protection was lifted.</param>
public sealed record StackDestruction(string Stack, Plan Plan, bool WasRefused);
