using System.Text.Json;
using Mooring.Benchmarks.Contenders;

namespace Mooring.Benchmarks.Terraform;

/// <summary>What a synthesized stack has.</summary>
internal static class StackElements
{
    /// <summary>Reads a stack.</summary>
    /// <param name="output">An output directory.</param>
    /// <param name="stack">The name of the stack.</param>
    public static IReadOnlyList<Element> Read(string output, string stack)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "stacks", stack, OutputFiles.StackFile)));
        return [.. Elements(json.RootElement, "resource", isData: false), .. Elements(json.RootElement, "data", isData: true)];
    }

    private static IEnumerable<Element> Elements(JsonElement stack, string key, bool isData) =>
        stack.TryGetProperty(key, out var types)
            ? types
                .EnumerateObject()
                .SelectMany(type => type.Value.EnumerateObject().Select(element => new Element(isData, type.Name, ConstructOf(element.Value))))
            : [];

    /// <summary>The construct of the stack that an element belongs to: CDKTF writes its path, <c>cluster-blue/Cluster/Role/Trust</c>.</summary>
    private static string ConstructOf(JsonElement element) => element.GetProperty("//").GetProperty("metadata").GetProperty("path").GetString()!.Split('/')[1];
}
