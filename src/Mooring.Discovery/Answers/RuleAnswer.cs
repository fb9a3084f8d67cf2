using System.Text.Json;

namespace Mooring.Discovery.Answers;

/// <summary>A rule, as AWS describes it.</summary>
/// <param name="Description">The answer of <c>describe-rules</c> about it.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-rules.html"/>
internal sealed record RuleAnswer(JsonElement Description)
{
    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Its ARN.</summary>
    public string Arn => Description.Required("RuleArn");

    /// <summary>Its priority; <see langword="null"/> of the default rule.</summary>
    public int? Priority => Description.Number("Priority");

    /// <summary>Its conditions.</summary>
    public IReadOnlyList<JsonElement> Conditions => Description.Items("Conditions");

    /// <summary>What it changes in a request.</summary>
    public IReadOnlyList<JsonElement> Transforms => Description.Items("Transforms");

    /// <summary>Its actions.</summary>
    public IReadOnlyList<JsonElement> Actions => Description.Items("Actions");
}
