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

/// <summary>The examples of two stages that extend one base: <c>docs/examples/stages</c> and <c>docs/examples/hub</c>.</summary>
public sealed class StagesTests : IDisposable
{
    private readonly TemporaryDirectory _output = new();

    public void Dispose() => _output.Dispose();

    [Theory]
    [InlineData("stages", "test")]
    [InlineData("stages", "production")]
    [InlineData("hub", "test")]
    [InlineData("hub", "production")]
    public void The_stacks_of_a_stage_are_what_was_reviewed(string example, string stage)
    {
        var fleet = FleetSynthesis.SynthesizeFile(FileOf(example, stage), _output.Path, new SynthesisOptions());

        fleet.WrittenPriorities.Should().BeEmpty();
        Snapshot.VerifyDirectory(
            $"{example}/{stage}",
            fleet.Stacks.ToDictionary(stack => $"{stack.Name}.verified.json", stack => File.ReadAllText(stack.File))
        );
    }

    [Theory]
    [InlineData("stages", "base")]
    [InlineData("stages", "test")]
    [InlineData("stages", "production")]
    [InlineData("hub", "base")]
    [InlineData("hub", "test")]
    [InlineData("hub", "production")]
    public void An_editor_finds_nothing_to_mark(string example, string file) =>
        FleetSchemaValidator.ErrorsOf(PartSchema.Of(FleetSchemaValidator.Schema), JsonOf(FileOf(example, file))).Should().BeEmpty();

    [Theory]
    [InlineData("stages")]
    [InlineData("hub")]
    public void The_stages_share_nothing_by_name(string example)
    {
        var (test, production) = (FleetFile.Read(FileOf(example, "test")), FleetFile.Read(FileOf(example, "production")));

        test.Name.Should().NotBe(production.Name);
        test.Account.Should().NotBe(production.Account);
    }

    private static JsonNode? JsonOf(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(file)));
        return YamlAsJson.Of(yaml.Documents[0].RootNode);
    }

    private static string FileOf(string example, string stage) => Repository.PathOf("docs", "examples", example, $"{stage}.yaml");
}
