namespace Mooring.Clusters;

/// <summary>The days on which EKS's support of a version of Kubernetes ends, in UTC. The day itself is without it.</summary>
/// <param name="EndOfStandard">End of standard support.</param>
/// <param name="EndOfExtended">End of extended support.</param>
internal sealed record EksSupport(DateOnly EndOfStandard, DateOnly EndOfExtended);
