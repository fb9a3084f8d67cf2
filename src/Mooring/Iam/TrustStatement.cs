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

    /// <summary>The statement as the provider's data source takes it.</summary>
    public DataAwsIamPolicyDocumentStatement ToDocument() =>
        new()
        {
            Actions = Actions,
            Principals = new[]
            {
                new DataAwsIamPolicyDocumentStatementPrincipals { Type = PrincipalType, Identifiers = Principals },
            },
            Condition =
                Conditions.Count == 0
                    ? null
                    : Conditions
                        .Select(condition => new DataAwsIamPolicyDocumentStatementCondition
                        {
                            Test = "StringEquals",
                            Variable = condition.Variable,
                            Values = condition.Values,
                        })
                        .ToArray(),
        };

    /// <summary>The statement as AWS counts it.</summary>
    public JsonObject ToJson()
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = TextsOf(Actions),
            ["Principal"] = new JsonObject { [PrincipalType] = TextsOf(Principals) },
        };
        if (Conditions.Count > 0)
        {
            var equals = Conditions.Select(condition => KeyValuePair.Create(condition.Variable, TextsOf(condition.Values)));
            statement["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject(equals) };
        }

        return statement;
    }

    /// <summary>A list of one is written as that one.</summary>
    private static JsonNode? TextsOf(string[] texts) =>
        texts is [var text] ? JsonValue.Create(text) : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
}
