using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>The stages of <c>docs/examples/stages</c>, together and one after the other.</summary>
public sealed class StagesTests : ProgramTest
{
    public StagesTests()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("docs", "examples", "stages")))
        {
            Write(Path.GetFileName(file), File.ReadAllText(file));
        }
    }

    [Fact]
    public void Both_are_synthesized_in_one_run()
    {
        var run = Run("test.yaml", "production.yaml");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("cdktf.out/stacks/shop-test-cluster-blue/cdk.tf.json").And.Contain("cdktf.out/stacks/shop-cluster-green/cdk.tf.json");
        run.Output.TrimEnd().Split('\n')[^1].Should().StartWith("13 stacks with ");
    }

    [Fact]
    public void Errors_of_all_files_are_in_one_report()
    {
        Write("base.yaml", File.ReadAllText(Path.Combine(Folder, "base.yaml")).Replace("port: 443", "port: 0", StringComparison.Ordinal));
        Write("test.yaml", $"{File.ReadAllText(Path.Combine(Folder, "test.yaml"))}unknown: 1\n");

        var run = Run("test.yaml", "production.yaml");

        run.ExitCode.Should().Be(1);
        run.Error.Should()
            .MatchRegex(@"^test.yaml\(\d+,1\): unknown is not a known key: [^\n]+\nbase.yaml\(13,15\): [^\n]+got 0 \(E005\)\n2 errors; nothing was written\n$");
    }

    [Fact]
    public void A_run_with_other_fleets_leaves_what_is_not_its_own()
    {
        Run("test.yaml", "production.yaml");

        var run = Run("test.yaml");

        run.ExitCode.Should().Be(0);
        run.Output.Should()
            .Contain("shop-cluster-green is of a run with other fleets: cdktf.out/stacks/shop-cluster-green is left as it was")
            .And.NotContain("destroy its resources");
    }

    [Fact]
    public void A_misspelled_command_is_taken_for_a_file_that_is_not_there()
    {
        var run = Run("rehears", "test.yaml");

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("rehears: there is no such file");
    }
}
