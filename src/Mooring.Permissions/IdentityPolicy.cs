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

    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Characters of a document without statements.</summary>
    private static readonly int s_envelope = Document([]).Count(character => !char.IsWhiteSpace(character));

    private readonly SortedDictionary<string, SortedSet<string>> _resources = new(StringComparer.Ordinal);

    internal IdentityPolicy(string? role) => Role = role;

    /// <summary>ARN of the role that Terraform assumes; <see langword="null"/> for the credentials that it starts with.</summary>
    public string? Role { get; }

    /// <summary>The policy in JSON.</summary>
    public string ToJson() => Document(Statements());

    /// <summary>The policy in as many documents as it takes, none of which has more characters than a managed policy may have.</summary>
    public IReadOnlyList<string> ToManagedPolicies()
    {
        var documents = new List<List<JsonObject>> { new() };
        var characters = s_envelope;
        foreach (var (statement, length) in Statements().SelectMany(Parts).Select(part => (part, part.ToJsonString(s_compact).Length + 1)))
        {
            if (characters + length > MaxCharacters)
            {
                documents.Add([]);
                characters = s_envelope;
            }

            documents[^1].Add(statement);
            characters += length;
        }

        return [.. documents.Select(Document)];
    }

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

    /// <summary>A statement in parts that fit into a document, each with some of the resources.</summary>
    private static IEnumerable<JsonObject> Parts(JsonObject statement)
    {
        if (s_envelope + statement.ToJsonString(s_compact).Length + 1 <= MaxCharacters || statement["Resource"] is not JsonArray { Count: > 1 } resources)
        {
            return [statement];
        }

        var texts = resources.Select(resource => resource!.GetValue<string>()).ToArray();
        return new[] { texts[..(texts.Length / 2)], texts[(texts.Length / 2)..] }.SelectMany(half =>
        {
            var part = statement.DeepClone().AsObject();
            part["Resource"] = OneOrMany(half);
            return Parts(part);
        });
    }

    private static string Document(IEnumerable<JsonObject> statements) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString(s_indented);

    /// <summary>Resources without those that another one has in it.</summary>
    private static IEnumerable<string> Without(SortedSet<string> arns) => arns.Where(arn => !arns.Any(other => other != arn && Covers(other, arn)));

    private static bool Covers(string pattern, string arn) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false);

    private static JsonNode OneOrMany(IEnumerable<string> texts) =>
        texts.ToArray() is [var only] ? JsonValue.Create(only) : new JsonArray([.. texts.Select(text => (JsonNode)text)]);
}
