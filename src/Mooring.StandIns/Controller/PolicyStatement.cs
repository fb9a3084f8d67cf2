using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>A statement of an IAM policy.</summary>
/// <param name="statement">The statement as JSON.</param>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"/>
internal sealed class PolicyStatement(JsonObject statement)
{
    /// <summary>Whether it denies what it applies to.</summary>
    public bool Denies => $"{statement["Effect"]}" == "Deny";

    /// <summary>The statements of a policy in JSON; a policy may have one without a list.</summary>
    public static IEnumerable<PolicyStatement> AllOf(string? policy) =>
        policy is null ? [] : Many(JsonNode.Parse(policy)?["Statement"]).OfType<JsonObject>().Select(statement => new PolicyStatement(statement));

    /// <summary>Whether it applies to a request on a resource.</summary>
    public bool AppliesTo(AwsRequest request) =>
        Names("Action", request.Action, ignoreCase: true) && Names("Resource", request.Resource, ignoreCase: false) && HasConditions(request.Context);

    /// <summary>Whether it applies to a principal that assumes the role whose trust policy it is in; such a statement has no resource.</summary>
    public bool Trusts(string kind, string principal, AwsRequest request) =>
        Names("Action", request.Action, ignoreCase: true)
        && Texts((statement["Principal"] as JsonObject)?[kind]).Contains(principal)
        && HasConditions(request.Context);

    /// <summary>Whether an element names a text, or <c>Not</c> and the element does not.</summary>
    private bool Names(string element, string text, bool ignoreCase) =>
        statement[$"Not{element}"] is { } others ? !Matches(others, text, ignoreCase) : Matches(statement[element], text, ignoreCase);

    private static bool Matches(JsonNode? patterns, string text, bool ignoreCase) =>
        Texts(patterns).Any(pattern => FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), text, ignoreCase));

    private bool HasConditions(IReadOnlyDictionary<string, string> context) =>
        (statement["Condition"] as JsonObject ?? []).All(test =>
            (test.Value as JsonObject ?? []).All(key => Holds(test.Key, context.GetValueOrDefault(key.Key), key.Value))
        );

    /// <summary>Whether a condition holds. One with an operator that is not known here never does, so that nothing is allowed by mistake.</summary>
    private static bool Holds(string test, string? actual, JsonNode? expected) =>
        test switch
        {
            "Null" => Texts(expected).Contains(actual is null ? "true" : "false"),
            "StringEquals" or "ArnEquals" => actual is not null && Texts(expected).Contains(actual),
            "StringLike" or "ArnLike" => actual is not null && Matches(expected, actual, ignoreCase: false),
            _ => false,
        };

    private static IEnumerable<string> Texts(JsonNode? oneOrMany) => Many(oneOrMany).Select(each => $"{each}");

    private static JsonNode?[] Many(JsonNode? oneOrMany) =>
        oneOrMany switch
        {
            null => [],
            JsonArray many => [.. many],
            _ => [oneOrMany],
        };
}
