using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.Synthesis;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Upgrades;

/// <summary>The fleet files of an earlier release synthesize what they did then. <c>README.md</c> has the intended differences.</summary>
public sealed partial class UpgradeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Fleets =>
        new(
            from release in Directory.GetDirectories(Repository.PathOf("test", "Mooring.Tests", "Upgrades"))
            from file in Directory.GetFiles(release, "*.yaml")
            select $"{Path.GetFileName(release)}/{Path.GetFileNameWithoutExtension(file)}"
        );

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Fleets))]
    public void A_fleet_of_an_earlier_release_synthesizes_the_same(string fleet)
    {
        var (release, name) = (fleet.Split('/')[0], fleet.Split('/')[1]);
        var then = SumsOf(release, name);

        var now = Synthesize(release, name);

        now.Keys.Should().BeEquivalentTo(then.Keys);
        now.Keys.Where(stack => now[stack] != then[stack])
            .Select(stack => $"{fleet}/{stack}")
            .Should()
            .BeEquivalentTo(IntendedDifferences().Where(stack => stack.StartsWith($"{fleet}/", StringComparison.Ordinal)));
    }

    private Dictionary<string, string> Synthesize(string release, string fleet)
    {
        // Synthesis may write the record of priorities beside the file.
        foreach (var file in Directory.GetFiles(FolderOf(release), $"{fleet}.*"))
        {
            File.Copy(file, Path.Combine(_directory.Path, Path.GetFileName(file)));
        }

        var output = Path.Combine(_directory.Path, "cdktf.out");
        var stacks = FleetSynthesis.SynthesizeFile(Path.Combine(_directory.Path, $"{fleet}.yaml"), output, new SynthesisOptions()).Stacks;
        return stacks
            .Select(stack => (stack.Name, stack.File))
            .Append(("manifest", Path.Combine(output, "manifest.json")))
            .ToDictionary(stack => stack.Item1, stack => SumOf(stack.Item2));
    }

    private static Dictionary<string, string> SumsOf(string release, string fleet) =>
        File.ReadLines(Path.Combine(FolderOf(release), "stacks.sha256"))
            .Select(line => (Sum: line.Split("  ")[0], Stack: line.Split("  ")[1].Split('/')))
            .Where(line => line.Stack[0] == fleet)
            .ToDictionary(line => line.Stack[1], line => line.Sum);

    private static string SumOf(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{File.ReadAllText(file).TrimEnd('\n')}\n")));

    private static IEnumerable<string> IntendedDifferences() =>
        Row().Matches(File.ReadAllText(Repository.PathOf("test", "Mooring.Tests", "Upgrades", "README.md"))).Select(row => row.Groups["stack"].Value);

    private static string FolderOf(string release) => Repository.PathOf("test", "Mooring.Tests", "Upgrades", release);

    [GeneratedRegex(@"^\| `(?<stack>[\w-]+/[\w-]+/[\w-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
