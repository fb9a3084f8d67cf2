using FluentAssertions;
using Mooring.TestKit.Pipelines;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Packaging.Tests;

/// <summary>The pipelines of a project from the template: its shell lines run as they stand, in a repository with the project, and start the tool.</summary>
[Collection(nameof(FolderFeed))]
public sealed class TemplatePipelineTests(FolderFeed feed) : IDisposable
{
    private readonly FreshMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void The_workflow_of_GitHub_reviews_a_change()
    {
        StartRepository("github");

        Directory.GetFiles(_machine.Work, ".gitlab-ci.yml", SearchOption.AllDirectories).Should().BeEmpty();
        ReviewAndPlan(PipelineFile.GitHub(_machine.PathOf("shop/.github/workflows/fleet.yml")), ".github/workflows/fleet.yml");
    }

    [Fact]
    public void The_pipeline_of_GitLab_reviews_a_change()
    {
        StartRepository("gitlab");

        Directory.Exists(_machine.PathOf("shop/.github")).Should().BeFalse();
        ReviewAndPlan(PipelineFile.GitLab(_machine.PathOf("shop/.gitlab-ci.yml")), ".gitlab-ci.yml");
    }

    private void StartRepository(string pipeline)
    {
        _machine.Run(".", "dotnet", "new", "install", feed.PackageOf("Mooring.Templates"));
        _machine.Run(".", "dotnet", "new", "mooring", "--name", "shop", "--feed", feed.Folder, "--pipeline", pipeline);
        _machine.Run("shop", "git", "init", "--quiet");
        Commit();
        _machine.Run("shop", "git", "tag", "deployed");
    }

    private void ReviewAndPlan(PipelineFile pipeline, string file)
    {
        _machine.Read($"shop/{file}").Should().NotContain("dotnet run").And.NotContain("dotnet build").And.NotContain("bindings");

        Review(pipeline).Should().BeNull("the fleet is as it was reviewed");

        _machine.Write("shop/fleet.yaml", _machine.Read("shop/fleet.yaml").Replace("weight: 90", "weight: 80", StringComparison.Ordinal));
        Review(pipeline)!.Output.Should().MatchRegex("-  +\"weight\": 90(.|\n)+\\+  +\"weight\": 80");
        Commit();
        Review(pipeline).Should().BeNull("the snapshots are committed with the change");

        RunUntilOneFails(pipeline, "plan", "git worktree add", "affected --from").Should().BeNull();
        _machine.Read("shop/affected.txt").Should().Be("load-balancer-public\n");
    }

    private Command? Review(PipelineFile pipeline) => RunUntilOneFails(pipeline, "review", "tool restore", "--strict", ".verified.json", "git add", "git diff");

    /// <summary>Runs the lines of a job that have one of these commands; the others need AWS, Terraform or the server.</summary>
    /// <returns>The line that failed, if any.</returns>
    private Command? RunUntilOneFails(PipelineFile pipeline, string job, params string[] commands)
    {
        var scripts = pipeline.Steps.Where(step => step.Job == job).Select(step => step.Script).ToArray();
        commands.Should().OnlyContain(command => scripts.Any(script => script.Contains(command, StringComparison.Ordinal)), "'{0}' has them", job);

        return scripts
            .Where(script => commands.Any(command => script.Contains(command, StringComparison.Ordinal)))
            .Select(script => _machine.TryRun("shop", "bash", "-e", "-o", "pipefail", "-c", script))
            .FirstOrDefault(run => run.ExitCode != 0);
    }

    private void Commit()
    {
        _machine.Run("shop", "git", "add", "--all");
        _machine.Run("shop", "git", "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "The fleet");
    }
}
