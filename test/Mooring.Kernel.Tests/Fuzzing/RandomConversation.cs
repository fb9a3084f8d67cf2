using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.Kernel.Tests.Fuzzing;

/// <summary>Requests by chance, each of which makes sense after the answers before it.</summary>
/// <param name="random">What decides.</param>
/// <param name="ask">Asks, and returns the answer.</param>
/// <param name="directory">The output directory of the app.</param>
internal sealed class RandomConversation(Random random, Func<string, string> ask, string directory)
{
    private readonly RandomValues _values = new(random);
    private readonly List<string> _scopes = [];
    private readonly List<string> _stacks = [];
    private int _ids;

    /// <summary>Defines an app with a number of random steps, and synthesizes it.</summary>
    public void Run(int steps)
    {
        var config = Requests.Struct("cdktf.AppConfig", [("outdir", directory), ("skipValidation", true)]);
        var app = Requests.ObjectIn(ask(Requests.Create("cdktf.App", config)))!;
        AddStack(app);
        for (var step = 0; step < steps; step++)
        {
            Step(app);
        }

        ask(Requests.Invoke(app, "synth"));
    }

    private void Step(string app)
    {
        switch (random.Next(20))
        {
            case 0 when _values.Once(3):
                AddStack(app);
                break;
            case 1 or 2:
                Remember(ask(Requests.Create("constructs.Construct", Scope(), Id())), _scopes);
                break;
            case 3 or 4 or 5 or 6 or 7:
                AddElement();
                break;
            case 8 or 9 or 10 or 11:
                Read();
                break;
            case 12 or 13:
                Call();
                break;
            case 14:
                var output = Requests.Struct(
                    "cdktf.TerraformOutputConfig",
                    [("value", _values.Any()), .. _values.Once(2) ? [("description", (JsonNode)_values.Text())] : Array.Empty<(string, JsonNode?)>()]
                );
                ask(Requests.Create("cdktf.TerraformOutput", Scope(), Id(), output));
                break;
            case 15:
                var local = Requests.ObjectIn(ask(Requests.Create("cdktf.TerraformLocal", Scope(), Id(), _values.Any())))!;
                Keep(ask(Requests.Get(local, _values.OneOf(["asString", "asNumber", "asList", "asBoolean", "friendlyUniqueId"]))));
                break;
            case 16:
                AddData();
                break;
            default:
                Change();
                break;
        }
    }

    private void AddStack(string app)
    {
        var stack = Requests.ObjectIn(ask(Requests.Create("cdktf.TerraformStack", Requests.Reference(app), $"stack-{++_ids}")))!;
        var (type, config) = random.Next(3) switch
        {
            0 => ("cdktf.S3Backend", S3Config()),
            1 => ("cdktf.CloudBackend", CloudConfig()),
            _ => ("cdktf.LocalBackend", Requests.Struct("cdktf.LocalBackendConfig", [("path", "terraform.tfstate")])),
        };
        ask(Requests.Create(type, Requests.Reference(stack), config));
        // References from one stack to another are for Node.js.
        _scopes.Clear();
        _values.Tokens.Clear();
        _values.Objects.Clear();
        _values.Elements.Clear();
        _scopes.Add(stack);
        _stacks.Add(stack);
    }

    private JsonObject S3Config() =>
        Requests.Struct(
            "cdktf.S3BackendConfig",
            [
                ("bucket", "state"),
                ("key", _values.OneOf(["a/b", "c"])),
                ("encrypt", true),
                ("maxRetries", 3),
                ("skipS3Checksum", false),
                ("dynamodbTable", "locks"),
            ]
        );

    private JsonObject CloudConfig()
    {
        var workspace = Requests.ObjectIn(ask(Requests.Create("cdktf.NamedCloudWorkspace", "name", "project")))!;
        return Requests.Struct("cdktf.CloudBackendConfig", [("organization", "org"), ("workspaces", Requests.Reference(workspace))]);
    }

    private void AddElement()
    {
        var (name, facts) = _values.OneOf(ClassData.Elements);
        var config = _values.Struct(facts.GetProperty("config").GetString()!, 0);
        Remember(ask(Requests.Create(name, Scope(), Id(), config)), _values.Elements);
    }

    private void AddData()
    {
        var config = Requests.Struct("cdktf.DataConfig", [("input", Requests.Map([("a", _values.Any())]))]);
        var data = Requests.ObjectIn(ask(Requests.Create("cdktf.DataResource", Scope(), Id(), config)))!;
        Keep(ask(Requests.Invoke(data, "getStringAttribute", "input.a")));
    }

    /// <summary>Reads a property of an element, and of what is nested in it.</summary>
    private void Read()
    {
        if (_values.Elements.Count == 0)
        {
            return;
        }

        var reference = _values.OneOf(_values.Elements);
        for (var depth = 0; depth < 4 && TypeOf(reference) is { } type && Readable(type) is [_, ..] properties; depth++)
        {
            var answer = ask(Requests.Get(reference, _values.OneOf(properties)));
            Keep(answer);
            if (Requests.ObjectIn(answer) is not { } nested)
            {
                return;
            }

            var isList = TypeOf(nested)?.GetProperty("kind").GetString() == "List";
            reference = isList ? Requests.ObjectIn(ask(Requests.Invoke(nested, "get", random.Next(3))))! : nested;
            _values.Objects.Add(reference);
        }
    }

    private static JsonElement? TypeOf(string reference) => ClassData.Class(reference[..reference.LastIndexOf('@')]);

    /// <summary>The properties that are in the slim packages and stand for something in Terraform.</summary>
    private static string[] Readable(JsonElement type) =>
        type.GetProperty("kind").GetString() switch
        {
            "List" => [],
            "Provider" => ["terraformResourceType"],
            "Object" => Getters(type),
            _ => [.. Getters(type), "terraformResourceType", "friendlyUniqueId"],
        };

    private static string[] Getters(JsonElement type) =>
        [
            .. type.GetProperty("getters")
                .EnumerateObject()
                .Where(each =>
                    !each.Name.EndsWith("Input", StringComparison.Ordinal)
                    && each.Value[0].GetString() is "String" or "Number" or "Boolean" or "List" or "SetList" or "Field"
                )
                .Where(each => each.Value[0].GetString() != "Field" || IsNested(type, each.Value[1].GetString()!))
                .Select(each => each.Name),
            "fqn",
        ];

    private static bool IsNested(JsonElement type, string field) =>
        type.GetProperty("fields").TryGetProperty(field, out var facts)
        && facts.TryGetProperty("class", out var name)
        && !name.GetString()!.StartsWith("cdktf.", StringComparison.Ordinal);

    private void Call()
    {
        var (name, facts) = _values.OneOf(ClassData.Functions);
        _values.IsForFunction = true;
        var arguments = facts[3].EnumerateArray().Select(type => _values.Of(type, 1)).ToArray();
        _values.IsForFunction = false;
        Keep(ask(Requests.InvokeStatic("cdktf.FnGenerated", name, arguments)));
    }

    private void Change()
    {
        if (_values.Elements.Count == 0)
        {
            return;
        }

        var element = _values.OneOf(_values.Elements);
        switch (random.Next(5))
        {
            case 0 when !element.Contains(".provider.", StringComparison.Ordinal) && !element.Contains(".data", StringComparison.Ordinal):
                ask(Requests.Invoke(element, "importFrom", _values.Text()));
                break;
            case 1:
                ask(Requests.InvokeStatic("cdktf.TerraformStack", "of", Requests.Reference(element)));
                break;
            case 2:
                var node = Requests.ObjectIn(ask(Requests.Get(element, "node")))!;
                ask(Requests.Get(node, _values.OneOf(["path", "id", "scope", "children"])));
                break;
            case 3:
                ask(Requests.Invoke(_values.OneOf(_stacks), "addOverride", $"{_values.OneOf(["ephemeral", "removed_x", "locals.q"])}.a", _values.Any(2)));
                break;
            default:
                ask(
                    Requests.Invoke(
                        element,
                        "addOverride",
                        _values.OneOf(["name", "x.y", "lifecycle.prevent_destroy", "tags.team", "new", "a.b.c.d"]),
                        _values.Once(6) ? null : _values.Any(1)
                    )
                );
                break;
        }
    }

    private JsonObject Scope() => Requests.Reference(_values.OneOf(_scopes));

    private JsonNode Id() =>
        $"{_values.OneOf(["Default", "Resource", "a", "b/c", "Rule-x", "x.y", "ü", "A_B"])}{(_values.Once(100) ? string.Empty : $"{++_ids}")}";

    private static void Remember(string answer, List<string> objects)
    {
        if (Requests.ObjectIn(answer) is { } reference)
        {
            objects.Add(reference);
        }
    }

    private void Keep(string answer)
    {
        if (Requests.ValueIn(answer) is { } value && value is JsonValue or JsonArray && !(value is JsonArray and not [JsonValue]))
        {
            _values.Tokens.Add(value.DeepClone());
        }
        else
        {
            Remember(answer, _values.Objects);
        }
    }
}
