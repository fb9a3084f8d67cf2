using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Schemas;

namespace Mooring.Rehearsal;

/// <summary>
/// What adopting changes where the real resource differs. The rehearsal does not know the account: it simulates what is adopted as the fleet declares
/// it. So it lists what the fleet file leaves at its default, and what the import therefore sets.
/// </summary>
/// <param name="stack">The Terraform JSON of the stack.</param>
internal sealed class AdoptedDefaults(JsonNode stack)
{
    /// <summary>The settings of an imported resource that are at their defaults: <c>idle_timeout 60</c>.</summary>
    public IReadOnlyList<string> Of(ResourceChange resource)
    {
        var written = stack["resource"]?[resource.Type]?[resource.Address[(resource.Type.Length + 1)..]];
        var ignored = written?["lifecycle"]?["ignore_changes"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
        return
        [
            .. DocumentedDefaults
                .Of(resource.Type)
                .Select(setting => (Path: setting.Key.Split('.'), setting.Value))
                .Where(setting => !ignored.Contains(setting.Path[0]) && IsPlanned(setting.Path, written))
                .Where(setting => At(resource.After, setting.Path).Any(value => JsonElement.DeepEquals(value, setting.Value)))
                .Select(setting => $"{string.Join('.', setting.Path)} {TextOf(setting.Value)}"),
        ];
    }

    /// <summary>Whether the provider plans a setting: the block that it is in is in the configuration.</summary>
    private static bool IsPlanned(string[] path, JsonNode? written) => path.Length == 1 || written?[path[0]] is not null;

    /// <summary>A value as Terraform writes it, without quotes.</summary>
    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>The values at a path, in every block of the same name.</summary>
    private static IEnumerable<JsonElement> At(JsonElement value, ReadOnlyMemory<string> path) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(element => At(element, path))
        : path.IsEmpty ? [value]
        : value.ValueKind == JsonValueKind.Object && value.TryGetProperty(path.Span[0], out var member) ? At(member, path[1..])
        : [];
}
