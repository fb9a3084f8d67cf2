using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Packaging.Tests;

/// <summary>The template, from the folder to a synthesized fleet, on a machine that has never seen this repository.</summary>
[Collection(nameof(FolderFeed))]
public sealed class TemplateTests : IDisposable
{
    private const string Snapshot = "shop/main.tf.json.snapshots/fleet/load-balancer-public.verified.json";

    private readonly FreshMachine _machine = new();

    public TemplateTests(FolderFeed feed)
    {
        _machine.Run(".", "dotnet", "new", "install", feed.PackageOf("Mooring.Templates"));
        _machine.Run(".", "dotnet", "new", "mooring", "--name", "shop", "--feed", feed.Folder);
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void A_new_project_synthesizes_its_fleet_and_its_test_compares_it_with_the_first_snapshot()
    {
        _machine.Run("shop", "dotnet", "run").Should().Contain("load-balancer-public: 13 resources\n");
        _machine.Run("shop", "dotnet", "test").Should().Contain("Passed: ");

        _machine.Write("shop/fleet.yaml", _machine.Read("shop/fleet.yaml").Replace("weight: 90", "weight: 80", StringComparison.Ordinal));
        var difference = _machine.TryRun("shop", "dotnet", "test", "--no-build");

        difference.ExitCode.Should().Be(1);
        difference.Output.Should().Contain("load-balancer-public.verified.json differs;").And.MatchRegex("-  +\"weight\": 90(.|\n)+\\+  +\"weight\": 80");
        _machine.Run("shop", "dotnet", "test", "--no-build", "-e", "ACCEPT_SNAPSHOTS=1");
        _machine.Read(Snapshot).Should().Contain("\"weight\": 80");
    }

    [Fact]
    public void A_new_project_has_the_tool_in_its_own_version()
    {
        _machine.Run("shop", "dotnet", "tool", "restore");

        _machine.Run("shop", "dotnet", "mooring").Should().Contain("8 stacks with 72 resources in ");
        foreach (var file in new[] { "fleet.yaml", "fleet.schema.json" })
        {
            var ours = File.ReadAllText(Repository.PathOf(file)).Replace("dotnet run -- ", "dotnet mooring ", StringComparison.Ordinal);
            (_machine.Read($"shop/{file}") == ours).Should().BeTrue("{0} is ours, but for the name of the command", file);
        }
    }
}
