namespace Mooring.Discovery.Answers;

/// <summary>Reads the tags of load balancers and their parts.</summary>
/// <param name="questions">What asks AWS.</param>
internal sealed class TagReader(Questions questions)
{
    /// <summary>AWS takes at most 20 resources at once.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html"/>
    private const int AtOnce = 20;

    /// <summary>Asks AWS.</summary>
    /// <param name="owner">What they belong to.</param>
    /// <param name="arns">ARNs of the resources.</param>
    /// <returns>The tags of each resource that has been read, by its ARN; without those of AWS itself, which nobody can set.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> OfAsync(string owner, IReadOnlyList<string> arns)
    {
        var answers = await questions.ForEachAsync(
            [.. arns.Chunk(AtOnce)],
            page => questions.TryAskAsync(owner, "tags", ["elbv2", "describe-tags", "--resource-arns", .. page])
        );
        return answers
            .SelectMany(answer => answer?.Items("TagDescriptions") ?? [])
            .ToDictionary(
                resource => resource.Required("ResourceArn"),
                IReadOnlyDictionary<string, string> (resource) =>
                    resource.Pairs("Tags").Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }
}
