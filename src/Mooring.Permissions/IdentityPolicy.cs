using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.Permissions;

/// <summary>The policy of an identity that Terraform works as.</summary>
public sealed class IdentityPolicy
{
    /// <summary>How many characters a managed policy may have, white space not counted.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"/>
    public const int MaxCharacters = 6144;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, SortedSet<string>> _resources = new(StringComparer.Ordinal);

    internal IdentityPolicy(string? role) => Role = role;

    /// <summary>ARN of the role that Terraform assumes; <see langword="null"/> for the credentials that it starts with.</summary>
    public string? Role { get; }

    /// <summary>How many characters it has, white space not counted.</summary>
    public int Characters => Statements().Sum(statement => statement.ToJsonString().Length + 1) + 40;

    /// <summary>The policy in JSON.</summary>
    public string ToJson() => new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. Statements()]) }.ToJsonString(s_indented);

    /// <summary>Allows an action on resources.</summary>
    internal void Allow(string action, IEnumerable<string> arns)
    {
        if (!_resources.TryGetValue(action, out var known))
        {
            _resources[action] = known = new(StringComparer.Ordinal);
        }

        known.UnionWith(arns);
    }

    /// <summary>A statement for each set of resources.</summary>
    private IEnumerable<JsonObject> Statements() =>
        _resources
            .GroupBy(action => string.Join('\n', Without(action.Value)), action => action.Key, StringComparer.Ordinal)
            .Select(statement => new JsonObject
            {
                ["Effect"] = "Allow",
                ["Action"] = OneOrMany(statement),
                ["Resource"] = OneOrMany(statement.Key.Split('\n')),
            });

    /// <summary>Resources without those that another one has in it.</summary>
    private static IEnumerable<string> Without(SortedSet<string> arns) => arns.Where(arn => !arns.Any(other => other != arn && Covers(other, arn)));

    private static bool Covers(string pattern, string arn) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false);

    private static JsonNode OneOrMany(IEnumerable<string> texts) =>
        texts.ToArray() is [var only] ? JsonValue.Create(only) : new JsonArray([.. texts.Select(text => (JsonNode)text)]);
}
