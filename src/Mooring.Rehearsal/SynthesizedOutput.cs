using System.Text.Json;

namespace Mooring.Rehearsal;

/// <summary>What CDKTF wrote: its stacks in the order in which their dependencies let them be applied.</summary>
internal static class SynthesizedOutput
{
    /// <summary>Names, files and dependencies of the stacks, each after those that it depends on.</summary>
    /// <param name="directory">The output directory, with a <c>manifest.json</c>.</param>
    public static IReadOnlyList<(string Name, string File, IReadOnlyList<string> Dependencies)> StacksIn(string directory)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, "manifest.json")));
        var stacks = manifest.RootElement.GetProperty("stacks");
        return [.. stacks.EnumerateObject()
            .OrderBy(stack => Depth(stacks, stack.Name)).ThenBy(stack => stack.Name, StringComparer.Ordinal)
            .Select(stack => (stack.Name, Path.Combine(directory, stack.Value.GetProperty("synthesizedStackPath").GetString()!), DependenciesOf(stacks, stack.Name)))];
    }

    /// <summary>How many stacks must be applied before one, each after the other.</summary>
    private static int Depth(JsonElement stacks, string stack)
        => DependenciesOf(stacks, stack).Select(dependency => 1 + Depth(stacks, dependency)).DefaultIfEmpty().Max();

    private static IReadOnlyList<string> DependenciesOf(JsonElement stacks, string stack)
        => [.. stacks.GetProperty(stack).GetProperty("dependencies").EnumerateArray().Select(dependency => dependency.GetString()!)];
}
