using FluentAssertions;
using Mooring.TestKit.Pipelines;
using Mooring.TestKit.Programs;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Mooring.Apply.Tests.Pipelines;

/// <summary><c>docs/pipelines/github-actions.yml</c>: each step is a script of its own, which Bash runs as GitHub's runner starts it.</summary>
/// <seealso href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell"/>
public sealed class GitHubActionsTests : PipelineStories
{
    private protected override PipelineFile Pipeline { get; } = PipelineFile.GitHub();

    private protected override string[] JobsAfterReview => ["comment", "plan"];

    private protected override IReadOnlyDictionary<string, string> ServerVariables =>
        new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = Path.Combine(Folder, "summary.md") };

    private protected override string Evaluate(string value) =>
        value switch
        {
            "${{ github.token }}" => "token",
            "${{ github.repository }}" => "platform/fleet",
            "${{ github.event.pull_request.number }}" => "7",
            _ when value.Contains("${{", StringComparison.Ordinal) => throw new ArgumentException($"unknown expression: {value}", nameof(value)),
            _ => value,
        };

    private protected override Command RunLines(string clone, PipelineStep step, IReadOnlyDictionary<string, string?> variables) =>
        Command.Run(clone, variables, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", Write("step.sh", step.Script));

    [Fact]
    public void Each_action_is_pinned_to_a_commit()
    {
        var uses = Jobs.SelectMany(job => (YamlSequenceNode)job.Value["steps"]).OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("uses"));

        uses.Select(step => $"{step["uses"]}").Should().NotBeEmpty().And.OnlyContain(action => action.Split('@')[1].Length == 40);
    }

    [Fact]
    public void What_a_pull_request_brings_runs_without_a_right_to_write_and_only_one_apply_runs_at_once()
    {
        RightsOf("review").Should().Equal("contents: read");
        RightsOf("comment").Should().Equal("pull-requests: write");
        RightsOf("plan").Should().Equal("contents: read", "id-token: write");
        $"{Pipeline.Job("apply")["concurrency"]["cancel-in-progress"]}".Should().Be("false");
        $"{Pipeline.Job("apply")["concurrency"]["group"]}".Should().NotContain("${{", "all runs of it are in one group");
        $"{Pipeline.Job("apply")["environment"]}".Should().Be("fleet-production");
    }

    private IEnumerable<(string Name, YamlMappingNode Value)> Jobs =>
        Pipeline.Steps.Select(step => step.Job).Distinct().Select(name => (name, Pipeline.Job(name)));

    private IEnumerable<string> RightsOf(string job) =>
        ((YamlMappingNode)Pipeline.Job(job)["permissions"]).Children.Select(right => $"{right.Key}: {right.Value}");
}
