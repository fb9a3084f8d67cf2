using System.Text.Json.Nodes;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;

namespace Mooring.Iam;

/// <summary>Who may assume a role, and when.</summary>
internal sealed record TrustStatement
{
    /// <summary>What they may do: <c>sts:AssumeRole</c> or a similar action.</summary>
    public required string[] Actions { get; init; }

    /// <summary>What kind of principals they are: <c>AWS</c>, <c>Service</c> or <c>Federated</c>.</summary>
    public required string PrincipalType { get; init; }

    /// <summary>The principals.</summary>
    public required string[] Principals { get; init; }

    /// <summary>What must be equal to one of which values, all of it.</summary>
    public IReadOnlyList<(string Variable, string[] Values)> Conditions { get; init; } = [];

    /// <summary>What must match one of which values, in which <c>*</c> stands for any characters, all of it.</summary>
    public IReadOnlyList<(string Variable, string[] Values)> Patterns { get; init; } = [];

    /// <summary>ARNs of roles, with the wildcards of IAM, that the principals must be sessions of; none where they may be any.</summary>
    public string[] PrincipalArns { get; init; } = [];

    /// <summary>
    /// The resource for which a service acts, and its account; <see langword="null"/> where the service does not say one or both. It keeps the service from
    /// using the role for another customer.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"/>
    public (string Arn, string? AccountId)? Source { get; init; }

    private IEnumerable<(string Test, string Variable, string[] Values)> AllConditions =>
        [
            .. Source is { Arn: var arn } ? new[] { ("ArnLike", "aws:SourceArn", new[] { arn }) } : [],
            .. Source is { AccountId: { } account } ? new[] { ("StringEquals", "aws:SourceAccount", new[] { account }) } : [],
            .. PrincipalArns.Length > 0 ? new[] { ("ArnLike", "aws:PrincipalArn", PrincipalArns) } : [],
            .. Conditions.Select(condition => ("StringEquals", condition.Variable, condition.Values)),
            .. Patterns.Select(pattern => ("StringLike", pattern.Variable, pattern.Values)),
        ];

    /// <summary>The statement as the provider's data source takes it.</summary>
    public DataAwsIamPolicyDocumentStatement ToDocument()
    {
        var conditions = AllConditions
            .Select(condition => new DataAwsIamPolicyDocumentStatementCondition
            {
                Test = condition.Test,
                Variable = condition.Variable,
                Values = condition.Values,
            })
            .ToArray();
        return new()
        {
            Actions = Actions,
            Principals = new[]
            {
                new DataAwsIamPolicyDocumentStatementPrincipals { Type = PrincipalType, Identifiers = Principals },
            },
            Condition = conditions.Length == 0 ? null : conditions,
        };
    }

    /// <summary>The statement as AWS counts it.</summary>
    public JsonObject ToJson()
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = TextsOf(Actions),
            ["Principal"] = new JsonObject { [PrincipalType] = TextsOf(Principals) },
        };
        var tests = AllConditions.GroupBy(
            condition => condition.Test,
            condition => KeyValuePair.Create(condition.Variable, TextsOf(condition.Values)),
            (test, keys) => KeyValuePair.Create<string, JsonNode?>(test, new JsonObject(keys))
        );
        if (tests.Any())
        {
            statement["Condition"] = new JsonObject(tests);
        }

        return statement;
    }

    /// <summary>A list of one is written as that one.</summary>
    private static JsonNode? TextsOf(string[] texts) =>
        texts is [var text] ? JsonValue.Create(text) : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
}
