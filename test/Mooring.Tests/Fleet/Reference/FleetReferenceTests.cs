using System.Reflection;
using System.Text;
using Mooring.TargetGroupBindings;
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

            YAML; anchors, aliases and merge keys (`<<`) work. A key that is not listed here is a fault.

            """.ReplaceLineEndings("\n"));
        foreach (var (path, record) in FleetKeys.Records)
        {
            page.Append("\n## ").Append(path.Length == 0 ? "The file" : $"`{path}`").Append("\n\n").Append(DocComments.Summary(record)).Append('\n');
            var rows = FleetKeys.KeysOf(record).Select(pair => Row(pair.Key, pair.Property)).ToArray();
            page.Append(rows.Length > 0 ? "\n| key | value | |\n|---|---|---|\n" : string.Empty).AppendJoin(string.Empty, rows);
        }

        Snapshot.VerifyFile(Path.Combine("docs", "fleet.md"), page.ToString());
    }

    private static string Row(string key, PropertyInfo property)
    {
        var isRequired = FleetKeys.IsRequired(property) ? "**Required.**" : string.Empty;
        string[] sentences = [DocComments.Summary(property), isRequired, DocComments.Default(property)];
        return $"| `{key}` | {ValueOf(property)} | {string.Join(' ', sentences.Where(sentence => sentence.Length > 0))} |\n";
    }

    private static string ValueOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return (type.IsGenericType ? type.GetGenericArguments().Length : 0) switch
        {
            0 => NameOf(type),
            1 => $"list of {NameOf(FleetKeys.ElementOf(type))}",
            _ => "mapping by name",
        };
    }

    private static string NameOf(Type type)
        => type.IsEnum ? string.Join(" or ", Words.ValuesByWord(type).Keys.Select(word => $"`{word}`"))
            : type == typeof(string) ? "string"
            : type == typeof(int) ? "number"
            : type == typeof(ServicePort) ? "number or string"
            : "mapping";
}
