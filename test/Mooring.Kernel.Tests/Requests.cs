using System.Text.Json;
using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Lb;
using HashiCorp.Cdktf.Providers.Helm.Release;
using HashiCorp.Cdktf.Providers.Kubernetes.Secret;

namespace Mooring.Kernel.Tests;

/// <summary>Writes requests of jsii's protocol.</summary>
internal static class Requests
{
    private static readonly (string Name, Type Type)[] s_packages =
    [
        ("constructs", typeof(global::Constructs.Construct)),
        ("cdktf", typeof(App)),
        ("@cdktf/provider-aws", typeof(Lb)),
        ("@cdktf/provider-helm", typeof(Release)),
        ("@cdktf/provider-kubernetes", typeof(Secret)),
    ];

    /// <summary>Loads all packages.</summary>
    public static IEnumerable<string> LoadAll() => s_packages.Select(each => Load(each.Name, each.Type));

    public static string Create(string type, params IEnumerable<JsonNode?> arguments) =>
        Write(("api", "create"), ("fqn", type), ("args", Array(arguments)), ("overrides", new JsonArray()), ("interfaces", new JsonArray()));

    public static string Get(string reference, string property) => Write(("api", "get"), ("objref", Reference(reference)), ("property", property));

    public static string Invoke(string reference, string method, params IEnumerable<JsonNode?> arguments) =>
        Write(("api", "invoke"), ("objref", Reference(reference)), ("method", method), ("args", Array(arguments)));

    public static string InvokeStatic(string type, string method, params IEnumerable<JsonNode?> arguments) =>
        Write(("api", "sinvoke"), ("fqn", type), ("method", method), ("args", Array(arguments)));

    public static string GetStatic(string type, string property) => Write(("api", "sget"), ("fqn", type), ("property", property));

    public static JsonObject Struct(string type, params IEnumerable<(string Name, JsonNode? Value)> members) =>
        new()
        {
            ["$jsii.struct"] = new JsonObject { ["fqn"] = type, ["data"] = Object(members) },
        };

    public static JsonObject Map(params IEnumerable<(string Name, JsonNode? Value)> entries) => new() { ["$jsii.map"] = Object(entries) };

    public static JsonObject Reference(string reference) => new() { ["$jsii.byref"] = reference };

    /// <summary>The object of an answer; <see langword="null"/> where there is none.</summary>
    public static string? ObjectIn(string answer)
    {
        var ok = JsonNode.Parse(answer)!["ok"] as JsonObject;
        return (string?)(ok?["$jsii.byref"] ?? (ok?["value"] as JsonObject ?? ok?["result"] as JsonObject)?["$jsii.byref"]);
    }

    /// <summary>The value of an answer.</summary>
    public static JsonNode? ValueIn(string answer) => JsonNode.Parse(answer)!["ok"] is JsonObject ok ? ok["value"] ?? ok["result"] : null;

    private static string Load(string name, Type type)
    {
        var resource = type.Assembly.GetManifestResourceNames().Single(each => each.EndsWith(".tgz", StringComparison.Ordinal));
        var version = resource[(resource.LastIndexOf('-') + 1)..^".tgz".Length];
        return Write(("api", "load"), ("name", name), ("version", version), ("tarball", Node.Packages.PathOf(type.Assembly, resource)));
    }

    private static string Write(params IEnumerable<(string, JsonNode?)> members) => Object(members).ToJsonString(JsonSerializerOptions.Default);

    private static JsonArray Array(IEnumerable<JsonNode?> values) => [.. values];

    private static JsonObject Object(IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var written = new JsonObject();
        foreach (var (name, value) in members)
        {
            written[name] = value;
        }

        return written;
    }
}
