using System.Text;
using System.Text.Json;
using FluentAssertions;
using Mooring.Jsii;
using Mooring.Publishing;
using Mooring.Synthesis.Output;
using Mooring.Synthesis.Reuse;
using Mooring.TestKit;
using Mooring.TestKit.Fuzzing;
using Xunit;

namespace Mooring.Tests.Synthesis;

/// <summary>What runs leave for the next one, and what Node.js answers, changed by chance: it is used, or it is like none, and no more.</summary>
public sealed class SurroundingsFuzzTests : IDisposable
{
    private const int Few = 300;

    private const string Entry = """
        { "name": "cluster-blue", "constructPath": "cluster-blue", "workingDirectory": "stacks/cluster-blue",
              "synthesizedStackPath": "stacks/cluster-blue/cdk.tf.json", "annotations": [], "dependencies": [] }
        """;

    private static readonly string s_record = $$"""
        {
          "Program": "p",
          "FleetFile": "f",
          "Extended": [["base.yaml", "../base.yaml"]],
          "Manifest": "m",
          "Stacks": {
            "cluster-blue": {
              "Slice": "s",
              "Kind": "cluster",
              "Subject": "blue",
              "Dependencies": ["load-balancer-public"],
              "Resources": 3,
              "Entry": {{JsonSerializer.Serialize(Entry)}},
              "Files": {
                "cdk.tf.json": "0",
                "assets/a": "1"
              }
            }
          }
        }
        """;

    private const string JournalText = """
        {
          "Folders": ["stacks", "stacks/cluster-blue", "stacks/cluster-blue/assets"],
          "Changes": [
            { "Path": "manifest.json", "Kept": "kept-0", "New": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
            { "Path": "stacks/cluster-blue/cdk.tf.json", "Kept": null, "New": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
            { "Path": "stacks/cluster-blue/assets/a", "Kept": "kept-1", "New": null }
          ],
          "Temporaries": ["@/.fleet.priorities.json.abc"]
        }
        """;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_for_reuse_with_the_checksum_of_what_it_says()
    {
        var read = 0;
        Fuzz.Try(
            Few,
            mutated =>
            {
                var file = $"{{\"Checksum\":\"{Fingerprint.Of(mutated.Trim())}\",\"Record\":{mutated.Trim()}}}";
                File.WriteAllBytes(Path.Combine(_folder.Path, ".synthesis.json"), Encoding.UTF8.GetBytes(file));
                var record = SynthesisRecord.Read(_folder.Path, "p");
                record?.Reusable("cluster-blue", "s", _folder.Path);
                record?.IsIntact("text", _folder.Path);
                read += record is null ? 0 : 1;
                return null;
            },
            s_record
        );

        read.Should().BePositive("a record that nothing was changed in but a fingerprint is one");
    }

    [Fact]
    public void The_journal_of_a_publication_that_was_killed()
    {
        var (output, foreign) = (Path.Combine(_folder.Path, "out"), Path.Combine(_folder.Path, "foreign"));
        var staging = Path.Combine(output, ".mooring-staging-1");
        var directory = OutputPlace.Of(output, Path.Combine(_folder.Path, "fleet.priorities.json"));
        var manifest = Path.Combine(output, "manifest.json");
        Directory.CreateDirectory(output);
        File.WriteAllText(foreign, "abc");

        Fuzz.Try(
            Few,
            mutated =>
            {
                Directory.CreateDirectory(staging);
                File.WriteAllText(manifest, "abc");
                File.WriteAllText(Path.Combine(staging, ".mooring-owner"), string.Empty);
                File.WriteAllText(Path.Combine(staging, "kept-0"), "last");
                File.WriteAllText(Path.Combine(_folder.Path, ".fleet.priorities.json.abc"), string.Empty);
                File.WriteAllBytes(Path.Combine(staging, "journal.json"), Encoding.UTF8.GetBytes(mutated.Replace("@", _folder.Path, StringComparison.Ordinal)));

                Publication.Recover(directory, DiskFileSystem.Instance);

                return !File.Exists(foreign) ? "a file of somebody else is gone"
                    : Directory.Exists(staging) ? "the files of the run that was killed are left"
                    : File.Exists(manifest) && File.ReadAllText(manifest) is not ("abc" or "last") ? "a file is neither the old nor the new one"
                    : null;
            },
            JournalText
        );
    }

    [Theory]
    [InlineData("/../foreign")]
    [InlineData("/../../foreign")]
    [InlineData("x/../foreign")]
    public void A_journal_deletes_no_file_by_a_way_that_leads_out_of_the_directory(string way)
    {
        var (output, foreign) = (Path.Combine(_folder.Path, "out"), Path.Combine(_folder.Path, "foreign"));
        var staging = Path.Combine(output, ".mooring-staging-1");
        Directory.CreateDirectory(staging);
        File.WriteAllText(foreign, "abc");
        File.WriteAllText(Path.Combine(_folder.Path, "out", "foreign"), "abc");
        File.WriteAllText(Path.Combine(staging, ".mooring-owner"), string.Empty);
        var beside = Path.Combine(output, "fleet.priorities.json");
        var journal = new Journal
        {
            Folders = [],
            Changes = [],
            Temporaries = [$"{Publication.TemporaryPrefixOf(beside)}{way}"],
        };
        journal.WriteTo(staging, DiskFileSystem.Instance);

        Publication.Recover(OutputPlace.Of(output, beside), DiskFileSystem.Instance);

        File.Exists(foreign).Should().BeTrue();
        File.Exists(Path.Combine(output, "foreign")).Should().BeTrue();
        Directory.Exists(staging).Should().BeFalse();
    }

    [Fact]
    public void The_manifest_that_CDKTF_wrote() =>
        Fuzz.Try(
            Few,
            mutated =>
            {
                File.WriteAllBytes(Path.Combine(_folder.Path, "manifest.json"), Encoding.UTF8.GetBytes(mutated));
                try
                {
                    FleetManifest.EntriesIn(_folder.Path);
                    return null;
                }
                catch (IOException exception)
                {
                    return Fuzz.NotASentence(exception);
                }
            },
            $"{{\n  \"stacks\": {{\n    \"cluster-blue\": {Entry}\n  }},\n  \"version\": \"0.21.0\"\n}}"
        );

    [Fact]
    public void What_Node_says_of_its_version() =>
        Fuzz.Try(
            Few,
            mutated =>
            {
                try
                {
                    return NodeVersion.MajorIn("node", mutated) >= 0 ? null : "a negative version";
                }
                catch (NodeRuntimeException exception)
                {
                    return Fuzz.NotASentence(exception);
                }
            },
            "v22.11.0",
            "v20.0.0-nightly",
            "18"
        );
}
