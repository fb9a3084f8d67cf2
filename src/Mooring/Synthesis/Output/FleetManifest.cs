using System.Globalization;
using System.Text;
using System.Text.Json;
using Mooring.Stacks;

namespace Mooring.Synthesis.Output;

/// <summary>
/// <c>manifest.json</c>, from which the <c>cdktf</c> CLI knows the stacks and their order. It is put together from what CDKTF wrote of each
/// stack, in one app or in several, now or earlier, and from the order that the plan declares.
/// </summary>
internal static class FleetManifest
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    // The release that all of this is for, and CDKTF's last; a test holds it against what CDKTF writes.
    private const string CdktfVersion = "0.21.0";

    /// <summary>What CDKTF wrote of each stack, by name, as it wrote it.</summary>
    /// <param name="directory">The directory that it wrote.</param>
    public static Dictionary<string, string> EntriesIn(string directory)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, FileName)));
        return manifest.RootElement.GetProperty("stacks").EnumerateObject().ToDictionary(stack => stack.Name, stack => stack.Value.GetRawText());
    }

    /// <summary>The manifest of a fleet, to the byte what CDKTF writes when all stacks are in one app.</summary>
    /// <param name="stacks">Its stacks.</param>
    /// <param name="entryOf">What CDKTF wrote of a stack.</param>
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
