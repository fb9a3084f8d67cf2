using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Reports;

/// <summary>What absolute numbers depend on.</summary>
internal static partial class Machine
{
    private static readonly string[] s_packages = ["Amazon.JSII.", "Constructs/", "HashiCorp."];

    /// <summary>The machine and the versions of what ran, with what each is.</summary>
    public static IReadOnlyList<(string What, string Value)> Describe(MooringProgram program) =>
        [
            ("Date", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("CPU", $"{Line("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores"),
            ("Memory", $"{Math.Round(double.Parse(Line("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / (1024 * 1024))} GiB"),
            ("Operating system", $"{Line("/etc/os-release", "PRETTY_NAME").Trim('"')}, Linux {Environment.OSVersion.Version}"),
            (".NET", $"{Environment.Version}, SDK {CommandRunner.Run(new Invocation("dotnet", "--version")).Trim()}"),
            ("Node.js", CommandRunner.Run(new Invocation("node", "--version")).Trim().TrimStart('v')),
            ("NuGet packages", string.Join(", ", NuGetPackages(program))),
            ("npm packages", string.Join(", ", NpmPackages())),
        ];

    /// <summary>A line of a file: <c>key: value</c> or <c>key=value</c>.</summary>
    private static string Line(string file, string key) =>
        File.ReadLines(file)
            .Where(line => line.StartsWith(key, StringComparison.Ordinal))
            .Select(line => line.Split([':', '='], 2)[1].Trim())
            .FirstOrDefault("unknown");

    /// <summary>The packages of jsii and CDKTF. A slim one exists for this repository only; its suffix is left out.</summary>
    private static IEnumerable<string> NuGetPackages(MooringProgram program)
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(program.Path, ".deps.json")));
        return
        [
            .. dependencies
                .RootElement.GetProperty("libraries")
                .EnumerateObject()
                .Select(library => library.Name)
                .Where(name => s_packages.Any(package => name.StartsWith(package, StringComparison.Ordinal)))
                .Select(name => SlimVersion().Replace(name, " (slim)").Replace('/', ' ')),
        ];
    }

    private static IEnumerable<string> NpmPackages()
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PeerProgram.Folder, "package.json")));
        return [.. package.RootElement.GetProperty("dependencies").EnumerateObject().Select(dependency => $"{dependency.Name} {dependency.Value.GetString()}")];
    }

    [GeneratedRegex("-slim-[0-9a-f]+$")]
    private static partial Regex SlimVersion();
}
