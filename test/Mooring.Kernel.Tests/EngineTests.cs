using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Kernel.Tests;

/// <summary>The switch of the program, with the fleets that use everything.</summary>
public sealed class EngineTests : ProgramTest
{
    public static TheoryData<string> Fleets =>
        ["fleet.yaml", "test/Mooring.TestKit/Fleets/everything.yaml", "test/Mooring.TestKit/Fleets/everything-else.yaml"];

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Both_engines_write_the_same_fleet(string fleet)
    {
        var file = Repository.PathOf(fleet);

        Run(file, "--engine", "both", "--verbose", "-o", "both").Error.Should().EndWith("engine: both, every answer was the same\n");
        Run(file, "--engine", "node", "--verbose", "-o", "node").Error.Should().EndWith("engine: Node.js\n");
        Run(file, "--engine", "native", "--verbose", "-o", "native").Error.Should().EndWith("engine: native, without Node.js\n");

        ContentOf("native").Should().Equal(ContentOf("node")).And.Equal(ContentOf("both"));
    }

    [Fact]
    public void Without_node_the_sample_is_synthesized()
    {
        Variables["PATH"] = Path.GetDirectoryName(Environment.ProcessPath);
        Variables["JSII_NODE"] = null;
        Variables["MOORING_ENGINE"] = null;

        var run = Run(Repository.PathOf("fleet.yaml"));

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
    }

    [Fact]
    public void Without_node_one_sentence_says_what_needs_it()
    {
        Variables["JSII_NODE"] = "no-such-node";
        Variables["CDKTF_CONTEXT_JSON"] = """{"excludeStackIdFromLogicalIds":"true"}""";

        var run = Run(Repository.PathOf("fleet.yaml"), "--engine", "native");

        run.ExitCode.Should().Be(1);
        run.Error.Should()
            .StartWith(
                "the native engine does not know the environment variable CDKTF_CONTEXT_JSON, and leaves it to Node.js: "
                    + "Node.js 20 or later runs CDKTF, and 'no-such-node' could not be started"
            )
            .And.EndWith("\nfailed (E103); the last output is unchanged\n");
    }

    [Fact]
    public void Node_runs_what_the_native_engine_does_not_know_and_a_line_says_so()
    {
        Variables["CDKTF_CONTEXT_JSON"] = """{"own":"true"}""";

        var run = Run(Repository.PathOf("fleet.yaml"), "--engine", "native", "--verbose");

        (run.ExitCode, run.Error).Should().Be((0, "engine: Node.js, because the native engine does not know the environment variable CDKTF_CONTEXT_JSON\n"));
    }

    /// <summary>Paths and texts of what CDKTF wrote; the record of the run differs.</summary>
    private (string Path, string Text)[] ContentOf(string output) =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder, output), "*", SearchOption.AllDirectories)
                .Select(file => (Path: Path.GetRelativePath(Path.Combine(Folder, output), file), File: file))
                .Where(each => !each.Path.StartsWith('.'))
                .OrderBy(each => each.Path, StringComparer.Ordinal)
                .Select(each => (each.Path, File.ReadAllText(each.File))),
        ];
}
