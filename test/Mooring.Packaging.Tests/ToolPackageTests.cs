using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Packaging.Tests;

/// <summary>The .NET tool, installed from the folder on a machine that has never seen this repository.</summary>
[Collection(nameof(FolderFeed))]
public sealed class ToolPackageTests : IDisposable
{
    private readonly FreshMachine _machine = new();

    public ToolPackageTests(FolderFeed feed)
    {
        _machine.Run(".", "dotnet", "tool", "install", "Mooring.Tool", "--prerelease", "--source", feed.Folder, "--tool-path", "tools");
        _machine.Write("fleet.yaml", File.ReadAllText(Repository.PathOf("fleet.yaml")));
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void It_synthesizes_and_shows_the_fleet_of_the_current_directory()
    {
        Run().Should().Contain("8 stacks with 72 resources in ");
        File.ReadAllText(_machine.PathOf("cdktf.out/stacks/load-balancer-public/cdk.tf.json"))
            .Should()
            .Be(File.ReadAllText(Repository.PathOf("main.tf.json.snapshots", "fleet", "load-balancer-public.verified.json")).TrimEnd('\n'));

        Run("page");
        _machine.Read("fleet.html").Should().Contain("shop.example.com");

        Run("gitops", "--output", "apps");
        Directory.GetDirectories(_machine.PathOf("apps")).Should().NotBeEmpty();
    }

    [Fact]
    public void Its_help_calls_it_mooring() => Run("--help").Should().Contain("\n  mooring [<fleet>...] [command] [options]\n").And.NotContain("dotnet run");

    /// <summary>A message names a page of the documentation, which the user of the tool has no repository of.</summary>
    [Fact]
    public void It_has_the_pages_that_its_messages_name()
    {
        _machine.Write("next.yaml", _machine.Read("fleet.yaml") + "\nterraform: { providers: { aws: { source: example/aws } } }\n");

        var error = _machine.TryRun(".", _machine.PathOf("tools/mooring"), "rehearse", "next.yaml", "--from", "fleet.yaml").Error;

        error.Should().MatchRegex(@"see /\S+/docs/versions\.md#change-the-source-of-a-living-fleet");
        File.Exists(Regex.Match(error, @"see (/\S+\.md)#").Groups[1].Value).Should().BeTrue(error);
    }

    private string Run(params string[] arguments) => _machine.Run(".", _machine.PathOf("tools/mooring"), arguments);
}
