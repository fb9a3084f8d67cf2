using System.Globalization;
using System.Text;
using System.Text.Json;
using Mooring.Stacks;

namespace Mooring.Synthesis.Output;

/// <summary>
/// <c>manifest.json</c>, from which the <c>cdktf</c> CLI reads the stacks and their order. It combines CDKTF's entry of each stack, from one app or
/// several, from this run or an earlier one, with the dependencies of the plan.
/// </summary>
internal static class FleetManifest
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    // CDKTF's version, its last release; a test compares it with what CDKTF writes.
    private const string CdktfVersion = "0.21.0";

    /// <summary>CDKTF's entry of each stack, by name, unchanged.</summary>
    /// <param name="directory">The directory that CDKTF wrote.</param>
    /// <exception cref="IOException">There is none, or it is not as CDKTF writes it.</exception>
    public static Dictionary<string, string> EntriesIn(string directory)
    {
        var file = Path.Combine(directory, FileName);
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(file));
            var stacks = manifest.RootElement.GetProperty("stacks").EnumerateObject().ToDictionary(stack => stack.Name, stack => stack.Value.GetRawText());
            return stacks.All(stack => IsEntryOf(stack.Key, stack.Value)) ? stacks : throw Unreadable(file);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw Unreadable(file);
        }
    }

    /// <summary>Whether a text is CDKTF's entry of a stack: it has its name, and no path out of its folder.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static bool IsEntryOf(string stack, string? entry)
    {
        using var json = JsonDocument.Parse(entry ?? "null");
        var folder = $"{OutputPlace.StacksFolder}/{stack}";
        return json.RootElement.ValueKind == JsonValueKind.Object
            && Has("name", stack)
            && Has("constructPath", stack)
            && Has("workingDirectory", folder)
            && Has("synthesizedStackPath", $"{folder}/{OutputPlace.StackFile}");

        bool Has(string name, string value) =>
            json.RootElement.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String && found.GetString() == value;
    }

    /// <summary>The manifest of a fleet: byte for byte what CDKTF writes when all stacks are in one app.</summary>
    /// <param name="stacks">Its stacks.</param>
    /// <param name="entryOf">CDKTF's entry of a stack.</param>
    public static string Compose(IEnumerable<PlannedStack> stacks, Func<PlannedStack, string> entryOf)
    {
        var text = new StringBuilder("{\n  \"stacks\": {");
        var separator = string.Empty;
        foreach (var stack in stacks.OrderBy(stack => stack.Name, StringComparer.Ordinal))
        {
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"\n    \"{stack.Name}\": ");
            AppendEntry(text, entryOf(stack), stack.Dependencies);
            separator = ",";
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n  }},\n  \"version\": \"{CdktfVersion}\"\n}}").ToString();
    }

    private static IOException Unreadable(string file) =>
        new($"{file}: is not the list of stacks that CDKTF writes: did something else write there, or was the disk full?");

    private static void AppendEntry(StringBuilder text, string entry, IReadOnlyList<string> dependencies)
    {
        using var json = JsonDocument.Parse(entry);
        var separator = '{';
        foreach (var property in json.RootElement.EnumerateObject())
        {
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"\n      \"{property.Name}\": ");
            text.Append(property.NameEquals("dependencies") ? List(dependencies) : property.Value.GetRawText());
            separator = ',';
        }

        text.Append("\n    }");
    }

    /// <summary>A list as CDKTF writes it, an empty one over two lines.</summary>
    private static string List(IReadOnlyList<string> names) => $"[{string.Join(',', names.Select(name => $"\n        \"{name}\""))}\n      ]";
}
