using FluentAssertions;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;

namespace Mooring.Apply.Tests.Pipelines;

/// <summary>What happens to changes of a fleet in a pipeline: each shell line of the file runs as it stands there.</summary>
public abstract class PipelineStories : PipelineShop
{
    /// <summary>The jobs of a pull request that has been reviewed.</summary>
    private protected abstract string[] JobsAfterReview { get; }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_change_is_reviewed_planned_and_applied_and_drift_is_reported()
    {
        Deploy();
        Repository.Commit("patient", Patient, withSnapshots: true);

        PullRequest("patient").Should().Contain("load-balancer-public: 1 to change").And.Contain("a dry run: nothing is applied");
        Programs.Comment.Should().StartWith("## Steps\n").And.Contain("load-balancer-public: 1 to change");
        Programs.Scanned.Should().Contain("/load-balancer-public/cdk.tf.json").And.Contain("/cluster-blue/cdk.tf.json");
        IdleTimeout.Should().Be(60, "nothing is applied before the merge");

        Repository.Merge("patient");
        ShouldPass(RunJob("apply", "main")).Output.Should().Contain("1 stack: 1 applied, 0 without changes", "the other stacks are not affected");
        IdleTimeout.Should().Be(120);
        Repository.CommitOf("deployed").Should().Be(Repository.CommitOf("main"));
        Repository.HasTag("applying").Should().BeFalse("the apply came to its end");

        IdleTimeout = 30;
        var drift = RunJob("drift", "deployed");
        drift.FailedStep.Should().NotBeNull();
        File.ReadAllText(Path.Combine(drift.Directory, "drift.md"))
            .Should()
            .Be("- `load-balancer-public` differs. Plan: 0 to add, 1 to change, 0 to destroy.\n");
        IdleTimeout.Should().Be(30, "a report changes nothing");

        IdleTimeout = 120;
        ShouldPass(RunJob("drift", "deployed"));
        Ran.Distinct().Should().BeEquivalentTo(Pipeline.Steps, "a shell line that no test runs is not tested");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_stack_that_the_fleet_no_longer_has_is_destroyed_with_the_states_of_the_deployed_fleet()
    {
        Deploy();
        Repository.Commit("without-green", WithoutGreen, withSnapshots: true);
        PullRequest("without-green");
        Programs.Comment.Should().Contain("cluster-green");
        Repository.Merge("without-green");

        ShouldPass(RunJob("apply", "main"));

        Account.Of("aws_eks_cluster").Select(cluster => cluster.Id).Should().BeEquivalentTo("root", "blue");
        Repository.CommitOf("deployed").Should().Be(Repository.CommitOf("main"));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void What_must_not_be_merged_fails_the_review_and_an_older_commit_is_not_applied()
    {
        Deploy();
        var deployed = Repository.CommitOf("main");

        Repository.Commit("unread", Patient, withSnapshots: false);
        var unread = RunJob("review", "unread");
        unread.FailedStep.Should().BeOneOf("Compare with the snapshots that were reviewed", "git diff --exit-code");
        unread.Output.Should().Contain("+        \"idle_timeout\": 120");

        Repository.Commit("two-steps", TwoSteps, withSnapshots: true);
        var twoSteps = RunJob("review", "two-steps");
        twoSteps.FailedStep.Should().BeOneOf("One pull request is one step", "test \"$(grep --count '^### [0-9]' steps.md)\" -le 1");
        File.ReadAllText(Path.Combine(twoSteps.Directory, "steps.md")).Should().Contain("### 1. Expand").And.Contain("### 2. ");

        Repository.Merge("two-steps");
        Repository.Deployed();
        var changes = Changes.Count;
        RunJob("apply", deployed).FailedStep.Should().BeOneOf("Never go back", "git merge-base --is-ancestor deployed HEAD");
        Changes.Should().HaveCount(changes);
    }

    /// <summary>The fleet with a second cluster that is to take traffic at once.</summary>
    private static string TwoSteps { get; } =
        Fleet
            .Replace(
                "              - cluster: blue\n",
                "              - { cluster: green, weight: 1 }\n              - cluster: blue\n",
                StringComparison.Ordinal
            )
            .Replace(
                "  green:\n",
                """
                  green:
                    delivery: helm
                    nodeGroups:
                      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }
                    bindings:
                      - loadBalancer: public
                        service: { namespace: ingress-nginx, name: ingress-nginx-controller, port: 80 }

                """,
                StringComparison.Ordinal
            );

    private int IdleTimeout
    {
        get => (int)((NumberValue)LoadBalancer.Value["idle_timeout"]).Value;
        set => Account.Put(LoadBalancer with { Value = LoadBalancer.Value.With([new("idle_timeout", value)]) });
    }

    private RemoteObject LoadBalancer => Account.Of("aws_lb").Single();

    /// <summary>Runs all jobs of a pull request and returns what they wrote.</summary>
    private string PullRequest(string branch)
    {
        var review = ShouldPass(RunJob("review", branch));
        return string.Concat(JobsAfterReview.Select(job => ShouldPass(RunJob(job, branch, artifactsOf: review.Directory)).Output));
    }

    private static JobRun ShouldPass(JobRun run)
    {
        run.FailedStep.Should().BeNull("{0}", run.Output);
        return run;
    }
}
