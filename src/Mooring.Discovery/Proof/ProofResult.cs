namespace Mooring.Discovery.Proof;

/// <summary>What Terraform plans where the account is as AWS answered, and the fleet file is applied for the first time.</summary>
/// <param name="Imports">Number of resources to import.</param>
/// <param name="Changes">What would change in AWS, in a line each.</param>
/// <param name="Tagged">Addresses of what gets the tags <c>environment</c> and <c>fleet</c>, and does not change otherwise.</param>
/// <param name="Repeats">What Terraform writes once more as it is, in a line each.</param>
internal sealed record ProofResult(int Imports, IReadOnlyList<string> Changes, IReadOnlyList<string> Tagged, IReadOnlyList<string> Repeats);
