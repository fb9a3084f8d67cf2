using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.Cli.Tests.CdktfCli;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Cli.Tests.CdkTerrain;

/// <summary>
/// The sample fleet's stacks as TypeScript declares them, with CDK Terrain's library and its AWS provider in place of CDKTF's: it compiles unchanged, and
/// what comes out is what Mooring writes, but for versions.
/// </summary>
[Trait("Category", "CdktfCli")]
[Collection(nameof(SampleFleet))]
public sealed partial class CdkTerrainLibraryTests(SampleFleet sample) : IDisposable
{
    private static readonly Dictionary<string, string?> s_noVariables = [];

    private readonly NpmPackages _packages = NpmPackages.Of("CdkTerrain");
    private readonly TemporaryDirectory _directory = new();

    private string Peer => Path.Combine(_directory.Path, "test", "Mooring.Benchmarks", "typescript");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Its_library_writes_the_same_bytes_but_for_versions()
    {
        CopyThePeer();
        Succeed(_packages.PathOf("typescript/bin/tsc"));
        var output = Path.Combine(_directory.Path, "cdktf.out");

        Succeed("--conditions=lazy", Path.Combine(Peer, "dist", "main.js"), Repository.PathOf("fleet.yaml"), output);

        SynthesizedFiles
            .In(output)
            .Should()
            .BeEquivalentTo(SynthesizedFiles.In(sample.Output).ToDictionary(file => file.Key, file => AsCdkTerrainWrites(file.Value)));
    }

    /// <summary>The peer of the benchmark, where it finds the packages, and the charts that it reads.</summary>
    private void CopyThePeer()
    {
        var source = Repository.PathOf("test", "Mooring.Benchmarks", "typescript");
        var sources = Directory.EnumerateFiles(Path.Combine(source, "src"), "*.ts", SearchOption.AllDirectories);
        foreach (var file in sources.Concat([Path.Combine(source, "package.json"), Path.Combine(source, "tsconfig.json")]))
        {
            var copy = Path.Combine(Peer, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateSymbolicLink(Path.Combine(Peer, "node_modules"), _packages.Modules);
        Directory.CreateSymbolicLink(Path.Combine(_directory.Path, "src"), Repository.PathOf("src"));
    }

    private void Succeed(params string[] arguments)
    {
        var run = _packages.Run(Peer, s_noVariables, arguments);
        run.ExitCode.Should().Be(0, "{0}", run.Output + run.Error);
    }

    /// <summary>All that differs: two versions, the name of the AWS provider in full, and empty lists on one line.</summary>
    private static string AsCdkTerrainWrites(string file) =>
        EmptyList()
            .Replace(file, "[]")
            .Replace("\"version\": \"0.21.0\"", "\"version\": \"0.24.0\"", StringComparison.Ordinal)
            .Replace(
                "\"source\": \"aws\",\n        \"version\": \"6.25.0\"",
                "\"source\": \"hashicorp/aws\",\n        \"version\": \"6.66.0\"",
                StringComparison.Ordinal
            );

    [GeneratedRegex(@"\[\n *\]")]
    private static partial Regex EmptyList();
}
