namespace Mooring.Benchmarks.Terraform;

/// <summary>What a job takes, for each cluster, in the article and in Mooring.</summary>
/// <param name="Name">The job.</param>
/// <param name="Declared">What the article declares for it.</param>
/// <param name="Referred">What the article refers to and does not show.</param>
/// <param name="Mooring">What Mooring synthesizes for it.</param>
internal sealed record JobCost(string Name, IReadOnlyList<Element> Declared, IReadOnlyList<Element> Referred, IReadOnlyList<Element> Mooring)
{
    /// <summary>What the article needs, shown or not.</summary>
    public IReadOnlyList<Element> Article => [.. Declared, .. Referred];
}
