using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>The same stacks in TypeScript.</summary>
internal static class PeerProgram
{
    /// <summary>Its path.</summary>
    public static string Folder { get; } = Repository.PathOf("test", "Mooring.Benchmarks", "typescript");

    private static string Main => Path.Combine(Folder, "dist", "main.js");

    /// <summary>Installs its packages and compiles it, where that was not done or its sources have changed since.</summary>
    public static void Build()
    {
        if (IsOlder(Path.Combine(Folder, "node_modules", ".package-lock.json"), Path.Combine(Folder, "package-lock.json")))
        {
            Npm("ci", "--no-audit", "--no-fund");
        }

        if (Directory.EnumerateFiles(Path.Combine(Folder, "src"), "*.ts", SearchOption.AllDirectories).Any(source => IsOlder(Main, source)))
        {
            Npm("run", "build");
        }
    }

    /// <summary>Synthesizes, importing the provider packages whole.</summary>
    public static Invocation Whole(string fleet, string output) => new("node", Main, fleet, output);

    /// <summary>Synthesizes, importing single submodules.</summary>
    public static Invocation Lazy(string fleet, string output) => new("node", "--conditions=lazy", Main, fleet, output);

    /// <summary>Synthesizes through ts-node, importing single submodules: it compiles and checks the sources first.</summary>
    public static Invocation TsNode(string fleet, string output) => ThroughTsNode("ts-node/register", fleet, output);

    /// <summary>Synthesizes through ts-node, importing single submodules: it compiles the sources first, and does not check their types.</summary>
    public static Invocation TsNodeUnchecked(string fleet, string output) => ThroughTsNode("ts-node/register/transpile-only", fleet, output);

    private static Invocation ThroughTsNode(string register, string fleet, string output) =>
        new("node", "--conditions=lazy", "--require", register, Path.Combine("src", "main.ts"), fleet, output) { Directory = Folder };

    private static bool IsOlder(string made, string source) => !File.Exists(made) || File.GetLastWriteTimeUtc(made) < File.GetLastWriteTimeUtc(source);

    private static void Npm(params string[] arguments)
    {
        Console.WriteLine($"npm {string.Join(' ', arguments)} in {Path.GetRelativePath(Repository.Root, Folder)} …");
        CommandRunner.Run(new Invocation("npm", arguments) { Directory = Folder });
    }
}
