using System.Text.Json;

namespace Mooring.Discovery.Answers;

/// <summary>A target group, as AWS describes it.</summary>
/// <param name="Description">The answer of <c>describe-target-groups</c> about it.</param>
/// <param name="Attributes">Its attributes.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-target-groups.html"/>
internal sealed record TargetGroupAnswer(JsonElement Description, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Its targets; <see langword="null"/> where they could not be read.</summary>
    public IReadOnlyList<JsonElement>? Targets { get; init; }

    /// <summary>Its ARN.</summary>
    public string Arn => Description.Required("TargetGroupArn");

    /// <summary>Its name.</summary>
    public string Name => Description.Required("TargetGroupName");

    /// <summary>The kind of its targets: <c>instance</c>, <c>ip</c>, <c>lambda</c> or <c>alb</c>.</summary>
    public string TargetType => Description.Required("TargetType");
}
