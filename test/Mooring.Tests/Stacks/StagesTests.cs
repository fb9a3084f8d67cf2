using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;
using Mooring.Tests.Fleet.Reference;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Stacks;

/// <summary>The example of two stages that extend one base: <c>docs/examples/stages</c>.</summary>
public sealed class StagesTests : IDisposable
{
    private readonly TemporaryDirectory _output = new();

    public void Dispose() => _output.Dispose();

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public void The_stacks_of_a_stage_are_what_was_reviewed(string stage)
    {
        var fleet = FleetSynthesis.SynthesizeFile(FileOf(stage), _output.Path, new SynthesisOptions());

        fleet.WrittenPriorities.Should().BeEmpty();
        Snapshot.VerifyDirectory($"stages/{stage}", fleet.Stacks.ToDictionary(stack => $"{stack.Name}.verified.json", stack => File.ReadAllText(stack.File)));
    }

    [Theory]
    [InlineData("base")]
    [InlineData("test")]
    [InlineData("production")]
    public void An_editor_finds_nothing_to_mark(string file) =>
        FleetSchemaValidator.ErrorsOf(PartSchema.Of(FleetSchemaValidator.Schema), JsonOf(file)).Should().BeEmpty();

    [Fact]
    public void The_stages_share_nothing_by_name()
    {
        var (test, production) = (FleetFile.Read(FileOf("test")), FleetFile.Read(FileOf("production")));

        test.Name.Should().NotBe(production.Name);
        test.Account.Should().NotBe(production.Account);
    }

    private static JsonNode? JsonOf(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(FileOf(file))));
        return YamlAsJson.Of(yaml.Documents[0].RootNode);
    }

    private static string FileOf(string stage) => Repository.PathOf("docs", "examples", "stages", $"{stage}.yaml");
}
