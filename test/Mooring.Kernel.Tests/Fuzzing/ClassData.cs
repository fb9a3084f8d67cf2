using System.Text.Json;

namespace Mooring.Kernel.Tests.Fuzzing;

/// <summary>What the packages have: the data that the kernel has, read independently of it.</summary>
internal static class ClassData
{
    private static readonly JsonElement[] s_packages = [.. new[] { "cdktf", "provider-aws", "provider-helm", "provider-kubernetes" }.Select(Read)];

    /// <summary>Classes of resources, data sources and providers, by their names in jsii.</summary>
    public static IReadOnlyList<(string Name, JsonElement Facts)> Elements { get; } =
    [.. All("classes").Where(each => each.Facts.GetProperty("kind").GetString() is not ("Object" or "List"))];

    /// <summary>The functions of <c>cdktf.FnGenerated</c>.</summary>
    public static IReadOnlyList<(string Name, JsonElement Facts)> Functions { get; } =
    [.. s_packages[0].GetProperty("terraformFunctions").EnumerateObject().Select(each => (each.Name, each.Value))];

    /// <summary>A class; <see langword="null"/> where there is none.</summary>
    public static JsonElement? Class(string name) => Find("classes", name);

    /// <summary>The members of a struct; <see langword="null"/> where there is none.</summary>
    public static JsonElement? Struct(string name) => Find("structs", name);

    private static JsonElement? Find(string part, string name)
    {
        foreach (var package in s_packages)
        {
            if (package.TryGetProperty(part, out var all) && all.TryGetProperty(name, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, JsonElement Facts)> All(string part) =>
        s_packages.Skip(1).SelectMany(package => package.GetProperty(part).EnumerateObject()).Select(each => (each.Name, each.Value));

    private static JsonElement Read(string name)
    {
        using var content = typeof(NativeKernel).Assembly.GetManifestResourceStream($"classes/{name}.json")!;
        return JsonDocument.Parse(content).RootElement;
    }
}
