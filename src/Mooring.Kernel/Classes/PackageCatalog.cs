using System.Collections.Concurrent;
using System.Text.Json;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Classes;

/// <summary>What <c>bindings/classes.mjs</c> wrote of the packages, read where it is asked for. All sessions of a process share it.</summary>
internal sealed class PackageCatalog
{
    private readonly ConcurrentDictionary<string, JsonElement> _packages = new();
    private readonly ConcurrentDictionary<string, StructMembers> _structs = new();
    private readonly ConcurrentDictionary<string, ClassFacts> _classes = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<AttributeRule>> _mappings = new();

    private PackageCatalog() { }

    /// <summary>The catalog.</summary>
    public static PackageCatalog Instance { get; } = new();

    /// <summary>The number of types of a package.</summary>
    /// <param name="name">Name of the npm package.</param>
    /// <param name="version">Its version.</param>
    public int Load(string name, string version)
    {
        var package = PackageOf(name);
        return package.GetProperty("version").GetString() == version
            ? package.GetProperty("types").GetInt32()
            : throw new UnknownException($"version {version} of {name}");
    }

    /// <summary>The members of a struct.</summary>
    public StructMembers StructOf(string name) => _structs.GetOrAdd(name, each => new(each, Find(each, "structs")));

    /// <summary>A class of a provider.</summary>
    public ClassFacts ClassOf(string name) => _classes.GetOrAdd(name, each => new(each, Find(each, "classes")));

    /// <summary>What a struct writes: the function <c>lbAccessLogsToTerraform</c>.</summary>
    public IReadOnlyList<AttributeRule> MappingOf(string function) => _mappings.GetOrAdd(function, each => AttributeRule.ParseAll(Find(each, "functions")));

    /// <summary>A function of Terraform, by its name in <c>cdktf.FnGenerated</c>.</summary>
    public JsonElement FunctionOf(string name) =>
        PackageOf("cdktf").GetProperty("terraformFunctions").TryGetProperty(name, out var function)
            ? function
            : throw new UnknownException($"the function '{name}'");

    private JsonElement Find(string name, string part) =>
        PackageOf(name[..name.IndexOf('.', StringComparison.Ordinal)]) is var package
        && package.TryGetProperty(part, out var all)
        && all.TryGetProperty(name, out var found)
            ? found
            : throw new UnknownException(name);

    private JsonElement PackageOf(string name) => _packages.GetOrAdd(name, Read);

    private static JsonElement Read(string name)
    {
        var file = $"classes/{name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]}.json";
        using var content =
            OwnOfProgram(file) ?? typeof(PackageCatalog).Assembly.GetManifestResourceStream(file) ?? throw new UnknownException($"the package {name}");
        var package = JsonDocument.Parse(content).RootElement;
        return package.GetProperty("package").GetString() == name ? package : throw new UnknownException($"the package {name}");
    }

    /// <summary>What <c>bindings/OwnResources.targets</c> puts beside a program that has resources of its own.</summary>
    private static FileStream? OwnOfProgram(string file) =>
        Path.Combine(AppContext.BaseDirectory, file) is var path && File.Exists(path) ? File.OpenRead(path) : null;
}
