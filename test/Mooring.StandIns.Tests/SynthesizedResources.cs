using System.Text.Json.Nodes;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;

namespace Mooring.StandIns.Tests;

/// <summary>The resources of all snapshots, each with its configuration.</summary>
internal static class SynthesizedResources
{
    private static readonly Lazy<IReadOnlyList<(string Type, JsonObject Configuration)>> s_all = new(() => [.. Read()]);

    /// <summary>The configurations of a type.</summary>
    public static IEnumerable<JsonObject> Of(string type) => s_all.Value.Where(resource => resource.Type == type).Select(resource => resource.Configuration);

    /// <summary>The values at a path, one for each object that can have it; <see langword="null"/> where it is left out.</summary>
    public static IEnumerable<JsonNode?> At(string type, string path) => Of(type).SelectMany(configuration => At(configuration, path.Split('.')));

    private static IEnumerable<JsonNode?> At(JsonObject configuration, string[] path) =>
        path is [var only] ? [configuration[only]] : Objects(configuration[path[0]]).SelectMany(each => At(each, path[1..]));

    /// <summary>One block or many; Terraform reads both.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? value) =>
        value switch
        {
            JsonObject one => [one],
            JsonArray many => many.OfType<JsonObject>(),
            _ => [],
        };

    private static IEnumerable<(string Type, JsonObject Configuration)> Read() =>
        Directory
            .GetFiles(Repository.PathOf(Snapshot.Folder), "*.verified.json", SearchOption.AllDirectories)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["resource"]?.AsObject() ?? [])
            .SelectMany(type => type.Value!.AsObject().Select(resource => (type.Key, resource.Value!.AsObject())));
}
