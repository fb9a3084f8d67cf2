using FluentAssertions;
using Mooring.TestKit.Pipelines;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Apply.Tests.Pipelines;

/// <summary><c>docs/pipelines/gitlab-ci.yml</c>: all lines of a job are one script of Bash, which ends at the first that fails.</summary>
/// <seealso href="https://docs.gitlab.com/runner/shells/"/>
public sealed class GitLabCiTests : PipelineStories
{
    private protected override PipelineFile Pipeline { get; } = PipelineFile.GitLab();

    private protected override string[] JobsAfterReview => ["scan", "comment", "plan"];

    private protected override IReadOnlyDictionary<string, string> ServerVariables =>
        new Dictionary<string, string>
        {
            ["AWS_ID_TOKEN"] = "id-token",
            ["CI_API_V4_URL"] = "https://gitlab.example.com/api/v4",
            ["CI_JOB_TOKEN"] = "job",
            ["CI_MERGE_REQUEST_IID"] = "7",
            ["CI_PROJECT_ID"] = "42",
            ["CI_PROJECT_PATH"] = "platform/fleet",
            ["CI_SERVER_FQDN"] = "gitlab.example.com:8443",
            ["FLEET_COMMENT_TOKEN"] = "comments",
        };

    /// <summary>Git takes the server's address for the repository in the test's folder.</summary>
    private protected override string GitSettings =>
        $"{base.GitSettings}[url \"{Path.Combine(Folder, "origin.git")}\"]\n"
        + "  insteadOf = https://gitlab-ci-token:job@gitlab.example.com:8443/platform/fleet.git\n";

    private protected override string Evaluate(string value) =>
        value switch
        {
            "$FLEET_PLAN_ROLE" or "$FLEET_APPLY_ROLE" => $"arn:aws:iam::111122223333:role/{value}",
            "/tmp/aws-token" => Path.Combine(Folder, "aws-token"),
            _ => value,
        };

    private protected override Command RunLines(string clone, PipelineStep step, IReadOnlyDictionary<string, string?> variables) =>
        Command.Run(clone, variables, "bash", "-e", "-o", "pipefail", Write("line.sh", step.Script));

    [Fact]
    public void Only_one_apply_runs_at_once_and_somebody_starts_it()
    {
        var apply = Pipeline.Job("apply");

        $"{apply["resource_group"]}".Should().Be("fleet-apply");
        $"{apply["interruptible"]}".Should().Be("false");
        $"{apply["rules"][0]["when"]}".Should().Be("manual");
    }
}
