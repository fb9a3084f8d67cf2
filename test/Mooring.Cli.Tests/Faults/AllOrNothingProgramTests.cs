using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests.Faults;

/// <summary>The program on a disk that is full at some moment, and killed at every rename: what it says of the last output is true.</summary>
public sealed class AllOrNothingProgramTests : ProgramTest
{
    private const string Killed = "137";
    private const string Rules = "        rules:\n          - { name: a, hosts: [a.example.com], fixedResponse: { statusCode: 404 } }\n";
    private const string MoreRules = Rules + "          - { name: b, hosts: [b.example.com], fixedResponse: { statusCode: 404 } }\n";

    [FactWhereInstalled(FaultyFiles.Compiler)]
    public void Killed_at_any_rename_the_output_and_the_priorities_are_the_last_or_the_new_ones_after_the_next_run()
    {
        var before = FleetWith(Rules);
        var after = FleetWith(MoreRules).Replace("region: eu-west-1", "region: eu-central-1", StringComparison.Ordinal);
        var seen = new List<bool>();

        foreach (var how in new[] { "kills-before", "kills-after" })
        {
            var old = WrittenBy(before);
            for (var at = 1; RunFaulty(after, "renames", at, how).ExitCode != 0; at++)
            {
                seen.Add(!IsSame(Written, old));
                // The next run has nothing to write itself: its fleet file has an error.
                Write("fleet.yaml", before.Replace("region: eu-west-1", "region: 1", StringComparison.Ordinal));
                Run().Should().Match<Command>(run => run.ExitCode == 1 && run.Error.EndsWith("1 error; nothing was written\n", StringComparison.Ordinal));

                Written.Should().BeEquivalentTo(old, "{0} {1}", how, at);
                Directory.GetDirectories(Output, ".mooring-*").Should().BeEmpty();
            }

            IsSame(Written, old).Should().BeFalse("the last run was not killed");
            // The record of priorities keeps the numbers of rules that are gone.
            Reset();
        }

        seen.Should().HaveCountGreaterThanOrEqualTo(14, "there are seven renames, and a run is killed before or after each");
        seen.Should().Contain(true, "some were killed among the changes");
    }

    [FactWhereInstalled(FaultyFiles.Compiler)]
    public void Whatever_call_of_gitops_fails_the_last_files_stay()
    {
        Write("fleet.yaml", Sample);
        Run("gitops").ExitCode.Should().Be(0);
        var before = SynthesizedFiles.In(GitOps);
        var failed = 0;
        Write("fleet.yaml", Changed);

        // Every fourth call, as a file is opened, written and flushed: each kind of call at each stage is among them, and a run takes half a second.
        for (var at = 1; at < 120; at += 4)
        {
            Write("fleet.yaml", Changed);
            var run = RunFaulty("all", at, "fails", GitOps);
            if (run.ExitCode == 0)
            {
                // .NET does without some calls, such as fsync, and nobody needs those that clean up.
                SynthesizedFiles.In(GitOps).Should().NotBeEquivalentTo(before);
                Write("fleet.yaml", Sample);
                Run("gitops").ExitCode.Should().Be(0);
                continue;
            }

            run.Output.Should().BeEmpty();
            run.Error.Should().Contain("No space left on device").And.EndWith("\nfailed (E106); the last output is unchanged\n");
            run.Error.Trim().Split('\n').Should().HaveCount(2);
            SynthesizedFiles.In(GitOps).Should().BeEquivalentTo(before, "call {0} failed", at);
            failed++;
        }

        failed.Should().BeGreaterThan(5);
    }

    [FactWhereInstalled(FaultyFiles.Compiler)]
    public void Killed_at_any_rename_of_gitops_the_next_one_puts_the_files_back_first()
    {
        Write("fleet.yaml", Sample);
        Run("gitops").ExitCode.Should().Be(0);
        var before = SynthesizedFiles.In(GitOps);
        var killed = 0;

        Write("fleet.yaml", Changed);
        for (var at = 1; RunFaulty("renames", at, "kills-after", GitOps) is { ExitCode: not 0 }; at++)
        {
            // What it puts back is what this one writes: no file stays that only the killed one had.
            Write("fleet.yaml", Sample);
            Run("gitops").ExitCode.Should().Be(0);
            SynthesizedFiles.In(GitOps).Should().BeEquivalentTo(before);
            Write("fleet.yaml", Changed);
            killed++;
        }

        killed.Should().BeGreaterThan(2);
    }

    [Theory]
    [InlineData("stacks/cluster-blue/cdk.tf.json")]
    [InlineData("manifest.json")]
    [InlineData(".synthesis.json")]
    public void What_is_in_the_way_is_named_in_one_sentence(string path)
    {
        Write("fleet.yaml", SmallFleet.Text);
        Run().ExitCode.Should().Be(0);
        var theirs = Write("theirs.json", "theirs");
        File.Delete(Path.Combine(Output, path));
        File.CreateSymbolicLink(Path.Combine(Output, path), theirs);
        Write("fleet.yaml", SmallFleet.Text.Replace("region: eu-west-1", "region: eu-central-1", StringComparison.Ordinal));
        var before = Written;

        Run()
            .Should()
            .Be(
                new Command(
                    1,
                    string.Empty,
                    $"cdktf.out/{path} must be a file, and is a symbolic link: move it away.\nfailed (E106); the last output is unchanged\n"
                )
            );

        Written.Should().BeEquivalentTo(before);
        File.ReadAllText(theirs).Should().Be("theirs");
    }

    [Fact]
    public void A_lock_that_is_a_symbolic_link_is_not_opened()
    {
        Write("fleet.yaml", SmallFleet.Text);
        Directory.CreateDirectory(Output);
        File.CreateSymbolicLink(Path.Combine(Output, ".synthesis.lock"), Path.Combine(Folder, "theirs"));

        Run().ExitCode.Should().Be(1);

        File.Exists(Path.Combine(Folder, "theirs")).Should().BeFalse();
    }

    private string Output => Path.Combine(Folder, "cdktf.out");

    private string GitOps => Path.Combine(Folder, "gitops");

    private static string Sample => File.ReadAllText(Repository.PathOf("fleet.yaml"));

    private static string Changed => Sample.Replace("platform/apps.git", "platform/other.git", StringComparison.Ordinal);

    /// <summary>The output and the priorities, without the fleet file and what the next run removes.</summary>
    private Dictionary<string, string> Written =>
        SynthesizedFiles
            .In(Folder)
            .Where(file => file.Key.StartsWith("cdktf.out/", StringComparison.Ordinal) || file.Key == "fleet.priorities.json")
            .Where(file => !file.Key.Contains("/.mooring-", StringComparison.Ordinal))
            .ToDictionary();

    private static string FleetWith(string rules) => SmallFleet.TextWith("        defaultAction:", $"{rules}        defaultAction:");

    private Dictionary<string, string> WrittenBy(string fleet)
    {
        Write("fleet.yaml", fleet);
        Run().ExitCode.Should().Be(0);
        return Written;
    }

    private static bool IsSame(Dictionary<string, string> files, Dictionary<string, string> others) =>
        files.Count == others.Count && files.All(file => others.GetValueOrDefault(file.Key) == file.Value);

    private void Reset()
    {
        Directory.Delete(Output, recursive: true);
        File.Delete(Path.Combine(Folder, "fleet.priorities.json"));
    }

    private Command RunFaulty(string fleet, string calls, int at, string how)
    {
        Write("fleet.yaml", fleet);
        return RunFaulty(calls, at, how, Output, []);
    }

    private Command RunFaulty(string calls, int at, string how, string root) => RunFaulty(calls, at, how, root, ["gitops"]);

    private Command RunFaulty(string calls, int at, string how, string root, string[] arguments)
    {
        var variables = Variables.Concat(FaultyFiles.Variables(root, calls, at, how)).ToDictionary();
        var run = Command.Run(Folder, variables, "dotnet", [Executable, .. arguments]);
        $"{run.ExitCode}".Should().BeOneOf("0", how == "fails" ? "1" : Killed);
        return run;
    }
}
