using System.Text.Json;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Classes;

/// <summary>What <c>bindings/classes.mjs</c> wrote of the packages, read where it is asked for.</summary>
internal sealed class PackageCatalog
{
    private readonly Dictionary<string, JsonElement> _packages = [];
    private readonly Dictionary<string, StructMembers> _structs = [];
    private readonly Dictionary<string, ClassFacts> _classes = [];
    private readonly Dictionary<string, IReadOnlyList<AttributeRule>> _mappings = [];

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
    public StructMembers StructOf(string name)
    {
        if (!_structs.TryGetValue(name, out var members))
        {
            _structs.Add(name, members = new(name, Find(name, "structs")));
        }

        return members;
    }

    /// <summary>A class of a provider.</summary>
    public ClassFacts ClassOf(string name)
    {
        if (!_classes.TryGetValue(name, out var facts))
        {
            _classes.Add(name, facts = new(name, Find(name, "classes")));
        }

        return facts;
    }

    /// <summary>What a struct writes: the function <c>lbAccessLogsToTerraform</c>.</summary>
    public IReadOnlyList<AttributeRule> MappingOf(string function)
    {
        if (!_mappings.TryGetValue(function, out var rules))
        {
            _mappings.Add(function, rules = AttributeRule.ParseAll(Find(function, "functions")));
        }

        return rules;
    }

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

    private JsonElement PackageOf(string name)
    {
        if (!_packages.TryGetValue(name, out var package))
        {
            using var content =
                typeof(PackageCatalog).Assembly.GetManifestResourceStream($"classes/{name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]}.json")
                ?? throw new UnknownException($"the package {name}");
            package = JsonDocument.Parse(content).RootElement;
            _packages.Add(name, package.GetProperty("package").GetString() == name ? package : throw new UnknownException($"the package {name}"));
        }

        return package;
    }
}
