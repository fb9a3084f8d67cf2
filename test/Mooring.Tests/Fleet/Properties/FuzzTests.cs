using System.Text;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Publishing;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Fuzzing;
using Xunit;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>Files that are changed by chance are read, or they are errors; nothing else comes of them.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Few = 300;

    private const string Record = """
        {
          "comment": "Priorities of listener rules, kept by synthesis. Commit this file with the fleet file.",
          "loadBalancers": {
            "public": { "http": { "rules": { "a": 10, "b": 20, "c": 35 }, "retired": [15, 50000] } }
          }
        }
        """;

    private const string Rules = """
                rules:
                  - { name: a, hosts: [a.example.com], fixedResponse: { statusCode: 404 } }
                  - { name: d, hosts: [d.example.com], fixedResponse: { statusCode: 404 } }
                  - { name: c, priority: 30, hosts: [c.example.com], fixedResponse: { statusCode: 404 } }
                  - { name: b, hosts: [b.example.com], fixedResponse: { statusCode: 404 } }
                defaultAction:
        """;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("test/Mooring.TestKit/Fleets/everything.yaml")]
    [InlineData("test/Mooring.TestKit/Fleets/everything-else.yaml")]
    [InlineData("fleet.yaml")]
    public void A_fleet_file(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file.Split('/')));

        Fuzz.Try(Few / 3, mutated => FleetVerdict.Of(mutated), text);
    }

    [Theory]
    [InlineData("everything.yaml", "everything-else.yaml")]
    [InlineData("everything-else.yaml", "everything.yaml")]
    public void A_file_that_extends_another_or_is_extended(string below, string above)
    {
        var (lower, upper) = (TextOf(below), $"extends: base.yaml\n{TextOf(above)}");

        Fuzz.Try(Few / 3, mutated => VerdictOf(mutated, upper) ?? VerdictOf(lower, mutated), lower, upper);
    }

    private static string TextOf(string file) => File.ReadAllText(Repository.PathOf("test", "Mooring.TestKit", "Fleets", file));

    /// <summary>What is wrong with reading a stage: an error has a place in one of the two files.</summary>
    private string? VerdictOf(string lower, string upper)
    {
        var stage = Path.Combine(_folder.Path, "stage.yaml");
        File.WriteAllBytes(Path.Combine(_folder.Path, "base.yaml"), Encoding.UTF8.GetBytes(lower));
        File.WriteAllBytes(stage, Encoding.UTF8.GetBytes(upper));
        try
        {
            FleetFile.Read(stage);
            return null;
        }
        catch (FleetException exception)
        {
            return
                exception.Faults.FirstOrDefault(fault => fault.Line < 1 || !(fault.File == stage || Path.GetFileName(fault.File) == "base.yaml"))
                    is { } unplaced
                ? $"an error without a place: {unplaced}"
                : null;
        }
    }

    [Fact]
    public void A_record_of_priorities()
    {
        var fleet = SmallFleet.TextWith("        defaultAction:", Rules);

        Fuzz.Try(
            Few,
            mutated =>
            {
                try
                {
                    new FleetReader("fleet.yaml", new WarningOptions()) { Record = new("fleet.priorities.json", mutated) }
                        .Read(fleet)
                        .Record.ToJson();
                }
                catch (FleetException exception)
                {
                    return exception.Faults.All(fault => fault.Line > 0) ? null : $"an error without a place: {exception.Message}";
                }

                return null;
            },
            Record
        );
    }

    [Fact]
    public void The_list_of_written_files() =>
        Fuzz.Try(
            Few,
            mutated =>
            {
                Directory.CreateDirectory(Path.Combine(_folder.Path, "chart"));
                File.WriteAllBytes(Path.Combine(_folder.Path, ".mooring-files"), Encoding.UTF8.GetBytes(mutated));
                OwnFiles.Write(_folder.Path, new Dictionary<string, string> { ["a.yaml"] = "a" }, DiskFileSystem.Instance);
                return null;
            },
            "# What Mooring wrote here.\na.yaml\nchart/Chart.yaml\nchart\n\n../x\n/etc/none\n"
        );
}
