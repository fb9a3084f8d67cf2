using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>Writes an IAM policy as the data source <c>aws_iam_policy_document</c> does.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"/>
internal static class PolicyDocument
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>The attributes of the data source.</summary>
    public static Value Of(Value configuration)
    {
        var document = new JsonObject { ["Version"] = configuration["version"].Text ?? "2012-10-17" };
        Add(document, "Id", configuration["policy_id"].Text);
        Add(
            document,
            "Statement",
            configuration["statement"].Elements.Count == 0 ? null : new JsonArray([.. configuration["statement"].Elements.Select(Statement)])
        );
        return Value.Object([new("json", document.ToJsonString(s_indented)), new("minified_json", document.ToJsonString())]);
    }

    private static JsonNode Statement(Value statement)
    {
        var written = new JsonObject();
        Add(written, "Sid", statement["sid"].Text);
        written["Effect"] = statement["effect"].Text ?? "Allow";
        Add(written, "Action", Set(statement["actions"]));
        Add(written, "NotAction", Set(statement["not_actions"]));
        Add(written, "Resource", Set(statement["resources"]));
        Add(written, "NotResource", Set(statement["not_resources"]));
        Add(written, "Principal", Principals(statement["principals"]));
        Add(written, "NotPrincipal", Principals(statement["not_principals"]));
        Add(written, "Condition", Conditions(statement["condition"]));
        return written;
    }

    private static void Add(JsonObject document, string name, JsonNode? value)
    {
        if (value is not null)
        {
            document[name] = value;
        }
    }

    /// <summary>A set of strings, which the provider writes in reverse order.</summary>
    private static JsonNode? Set(Value texts) => OneOrMany(texts.Elements.Select(Text).OrderDescending(StringComparer.Ordinal));

    private static JsonNode? Principals(Value principals)
    {
        if (principals.Elements is [var only] && only["type"].Text == "*" && only["identifiers"].Elements is [{ Text: "*" }])
        {
            return "*";
        }

        var types = principals.Elements.GroupBy(principal => principal["type"].Text!).OrderBy(type => type.Key, StringComparer.Ordinal);
        return Object(types.Select(type => KeyValuePair.Create(type.Key, Set(Value.List(type.SelectMany(principal => principal["identifiers"].Elements))))));
    }

    private static JsonObject? Conditions(Value conditions) =>
        Object(
            conditions
                .Elements.GroupBy(condition => condition["test"].Text!)
                .OrderBy(test => test.Key, StringComparer.Ordinal)
                .Select(test =>
                    KeyValuePair.Create(
                        test.Key,
                        (JsonNode?)Object(
                            test.GroupBy(condition => condition["variable"].Text!)
                                .OrderBy(variable => variable.Key, StringComparer.Ordinal)
                                .Select(variable =>
                                    KeyValuePair.Create(variable.Key, OneOrMany(variable.SelectMany(condition => condition["values"].Elements).Select(Text)))
                                )
                        )
                    )
                )
        );

    private static JsonObject? Object(IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        var written = new JsonObject(members);
        return written.Count == 0 ? null : written;
    }

    private static JsonNode? OneOrMany(IEnumerable<string> texts) =>
        texts.ToArray() switch
        {
            [] => null,
            [var only] => only,
            var many => new JsonArray([.. many.Select(text => (JsonNode?)text)]),
        };

    /// <summary>IAM policy variables are written with another sign, because Terraform would interpolate them.</summary>
    private static string Text(Value text) => text.Text!.Replace("&{", "${", StringComparison.Ordinal);
}
