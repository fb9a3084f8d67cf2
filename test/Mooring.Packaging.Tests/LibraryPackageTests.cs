using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Packaging.Tests;

/// <summary>The program of docs/from-csharp.md, on a machine that has never seen this repository.</summary>
[Collection(nameof(FolderFeed))]
public sealed class LibraryPackageTests(FolderFeed feed) : IDisposable
{
    private static readonly MarkdownFile s_page = new("docs/from-csharp.md");

    private readonly FreshMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void The_program_of_the_page_restores_compiles_and_synthesizes_as_it_stands()
    {
        _machine.Write("nuget.config", Block("xml nuget.config").Replace("/srv/nuget", feed.Folder, StringComparison.Ordinal));
        _machine.Write("Shop.csproj", Block("xml Shop.csproj"));
        _machine.Write("Program.cs", Block("csharp Program.cs"));

        _machine.Run(".", "dotnet", "run");

        new TerraformJson(_machine.Read("cdktf.out/stacks/shop/cdk.tf.json"))
            .Should()
            .HaveResource("aws_lb_target_group", """{ "name": "shop-blue", "health_check": { "path": "/healthz" } }""")
            .And.HaveResource("aws_lb_listener_rule", """{ "action": [{ "forward": { "target_group": [{ "arn": "${aws_lb_target_group.Blue.arn}" }] } }] }""");
    }

    [Fact]
    public void A_program_synthesizes_a_fleet_file_with_the_charts_of_the_library()
    {
        _machine.Write("nuget.config", Block("xml nuget.config").Replace("/srv/nuget", feed.Folder, StringComparison.Ordinal));
        _machine.Write("Shop.csproj", Block("xml Shop.csproj"));
        _machine.Write("fleet.yaml", File.ReadAllText(Repository.PathOf("fleet.yaml")));
        _machine.Write(
            "Program.cs",
            """
            using Mooring.Synthesis;

            var fleet = FleetSynthesis.SynthesizeFile("fleet.yaml", "cdktf.out", new SynthesisOptions());
            System.Console.WriteLine($"{fleet.Stacks.Count} stacks");
            """
        );

        _machine.Run(".", "dotnet", "run").Should().Be("8 stacks\n");

        Directory.GetFiles(_machine.PathOf("cdktf.out/stacks/binding-blue"), "Chart.yaml", SearchOption.AllDirectories).Should().HaveCount(2);
    }

    private static string Block(string info) => s_page.Blocks(info).Single();
}
