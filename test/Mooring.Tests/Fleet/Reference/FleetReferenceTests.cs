using System.Reflection;
using System.Text;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

public class FleetReferenceTests
{
    [Fact]
    public void The_reference_tells_of_every_key_what_its_record_says()
    {
        var page = new StringBuilder("""
            # The fleet file

            <!-- Written from the records in src/Mooring/Fleet and their doc comments: dotnet test -e ACCEPT_SNAPSHOTS=1 -->

            YAML; anchors, aliases and merge keys (`<<`) work. A key that is not listed here is an error.

            """.ReplaceLineEndings("\n"));
        foreach (var (path, record) in FleetKeys.Records)
        {
            page.Append("\n## ").Append(FleetKeys.TitleOf(path)).Append("\n\n").Append(DocComments.Summary(record)).Append('\n');
            var rows = FleetKeys.KeysOf(record).Select(pair => Row(record, pair.Key, pair.Property)).ToArray();
            page.Append(rows.Length > 0 ? "\n| key | type | description |\n|---|---|---|\n" : string.Empty).AppendJoin(string.Empty, rows);
        }

        Snapshot.VerifyFile(Path.Combine("docs", "fleet.md"), page.ToString());
    }

    private static string Row(Type record, string key, PropertyInfo property)
    {
        var isRequired = FleetKeys.IsRequired(property) ? "**Required.**" : string.Empty;
        var example = KeyExamples.Of(record, key) is { } value ? $"Example: `{key}: {value.Replace("|", "\\|", StringComparison.Ordinal)}`" : string.Empty;
        string[] sentences = [DocComments.Summary(property), isRequired, DocComments.Default(property), example];
        return $"| `{key}` | {KeyType.Of(property)} | {string.Join(' ', sentences.Where(sentence => sentence.Length > 0))} |\n";
    }
}
