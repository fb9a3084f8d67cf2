using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>From a fleet file to the Terraform of its stacks, or to the directory that Argo CD installs from.</summary>
[Collection(nameof(SampleFleet))]
public sealed class ProgramTests(SampleFleet sample) : ProgramTest
{
    [Fact]
    public void It_lists_what_it_wrote()
    {
        Write("fleet.yaml", File.ReadAllText(Repository.PathOf("fleet.yaml")));

        var run = Run();

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        // On a busy machine, it also says how far it is.
        var lines = run.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n').Where(line => !IsProgress(line)).ToArray();
        lines[0].Should().Be("binding-blue             6 resources  cdktf.out/stacks/binding-blue/cdk.tf.json");
        lines[^2].Should().Be("registration-green       2 resources  cdktf.out/stacks/registration-green/cdk.tf.json");
        lines[^1].Should().MatchRegex(@"^8 stacks with 72 resources in \d+\.\d s$");
        lines.Should().HaveCount(9);
    }

    private static bool IsProgress(string line) => line.Contains(" of 8 stacks: ", StringComparison.Ordinal);

    [Fact]
    public void The_output_has_the_same_bytes_in_every_directory()
    {
        Write("fleet.yaml", File.ReadAllText(Repository.PathOf("fleet.yaml")));

        Run();

        SynthesizedFiles.In(Path.Combine(Folder, "cdktf.out")).Should().BeEquivalentTo(SynthesizedFiles.In(sample.Output));
    }

    [Fact]
    public void It_says_that_the_record_of_priorities_is_to_be_committed()
    {
        const string rule = "          - { name: a, hosts: [a.example.com], fixedResponse: { statusCode: 404 } }\n";
        Write("fleet.yaml", SmallFleet.TextWith("        defaultAction:", $"        rules:\n{rule}        defaultAction:"));

        Lines(Run())[^2].Should().Be("fleet.priorities.json: written, with the priorities of rules that give none; commit it with the fleet file");
        Lines(Run()).Should().NotContain(line => line.Contains("fleet.priorities.json", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(Folder, "fleet.priorities.json")).Should().Contain("\"a\": 10");
    }

    [Fact]
    public void A_second_run_starts_no_node_and_writes_nothing()
    {
        Write("fleet.yaml", File.ReadAllText(Repository.PathOf("fleet.yaml")));
        var started = UseNode();
        var lines = Lines(Run());
        var times = Times();
        File.Delete(started);

        var again = Lines(Run());

        again[..^1].Should().Equal(lines[..^1].Where(line => !IsProgress(line)));
        again[^1].Should().MatchRegex(@"^8 stacks with 72 resources in \d+\.\d s, 8 of them unchanged$");
        File.Exists(started).Should().BeFalse();
        Times().Should().BeEquivalentTo(times);
    }

    [Fact]
    public void A_comment_more_starts_no_node_and_a_node_more_in_a_cluster_synthesizes_that_cluster()
    {
        var text = File.ReadAllText(Repository.PathOf("fleet.yaml"));
        Write("fleet.yaml", text);
        var started = UseNode();
        Run();
        File.Delete(started);

        Write("fleet.yaml", $"# The shop.\n{text}");
        Lines(Run())[^1].Should().EndWith(", 8 of them unchanged");
        File.Exists(started).Should().BeFalse();

        Write("fleet.yaml", text.Replace("maxSize: 3 ", "maxSize: 4 ", StringComparison.Ordinal));
        Lines(Run())[^1].Should().EndWith(", 7 of them unchanged");
        File.ReadAllText(Path.Combine(Folder, "cdktf.out", "stacks", "cluster-root", "cdk.tf.json")).Should().Contain("\"max_size\": 4");
        File.Exists(started).Should().BeTrue();
    }

    [Fact]
    public void Reuse_can_be_turned_off()
    {
        Write("fleet.yaml", SmallFleet.Text);
        Run();

        Lines(Run("--no-reuse"))[^1].Should().NotContain("unchanged");
        Run("--help").Output.Should().Contain("--no-reuse");
    }

    [Fact]
    public void An_error_is_reported_even_if_all_stacks_could_be_reused()
    {
        Write("fleet.yaml", SmallFleet.Text);
        Run();
        Write("fleet.yaml", SmallFleet.Text.Replace("region: eu-west-1", "region: 1", StringComparison.Ordinal));

        Run().Should().Match<Command>(run => run.ExitCode == 1 && run.Error.Contains("fleet.yaml(3,9)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_cdktf_cli_and_the_user_choose_the_directory()
    {
        Write("other.yaml", SmallFleet.Text);
        Variables["CDKTF_OUTDIR"] = "from-the-cli";

        Run("other.yaml").ExitCode.Should().Be(0);
        Run("other.yaml", "--output", "from/the/user").ExitCode.Should().Be(0);

        File.Exists(Path.Combine(Folder, "from-the-cli", "manifest.json")).Should().BeTrue();
        File.Exists(Path.Combine(Folder, "from", "the", "user", "manifest.json")).Should().BeTrue();
        Directory.Exists(Path.Combine(Folder, "cdktf.out")).Should().BeFalse();
    }

    [Fact]
    public void A_fleet_with_faults_changes_nothing()
    {
        Write("fleet.yaml", SmallFleet.Text);
        Run().ExitCode.Should().Be(0);
        var before = SynthesizedFiles.In(Folder);
        Write(
            "faulty.yaml",
            SmallFleet.Text.Replace("region: eu-west-1", "region: 1", StringComparison.Ordinal).Replace("weight: 1", "wieght: 1", StringComparison.Ordinal)
        );

        const string Action = "loadBalancers.public.listeners.http.defaultAction";
        var run = Run("faulty.yaml");

        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .Be(
                $"""
                faulty.yaml(3,9): region must be an AWS region such as 'eu-west-1', got '1' (E005)
                faulty.yaml(19,17): {Action}.forward.targetGroups[0].wieght is not a known key: did you mean 'weight'? (E002)
                2 errors; nothing was written

                """
            );
        File.Delete(Path.Combine(Folder, "faulty.yaml"));
        SynthesizedFiles.In(Folder).Should().BeEquivalentTo(before);
    }

    [Fact]
    public void Warnings_are_shown_by_every_run_counted_and_with_strict_errors()
    {
        const string place = "fleet.yaml(4,19): ";
        const string text = "backend.cloud runs Terraform where 'aws' is not installed, unless your agents have it: set 'clusterAuthentication: token'";
        Write("fleet.yaml", SmallFleet.Text.Replace("vpc:", "backend: { cloud: { organization: example } }\nvpc:", StringComparison.Ordinal));

        Run("--strict").Should().Be(new Command(1, string.Empty, $"{place}{text} (W001)\n1 error; nothing was written\n"));
        Directory.Exists(Path.Combine(Folder, "cdktf.out")).Should().BeFalse();
        foreach (var run in new[] { Run(), Run() })
        {
            run.ExitCode.Should().Be(0);
            run.Error.Should().Be($"{place}warning W001: {text}\n");
            run.Output.TrimEnd().Should().EndWith("; 1 warning");
        }
    }

    [Fact]
    public void The_directory_that_argo_cd_installs_from_is_written_by_one_command()
    {
        Write("fleet.yaml", File.ReadAllText(Repository.PathOf("fleet.yaml")));

        var run = Run("gitops", "--output", "apps/aws-lb-controller");

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        var written = SynthesizedFiles.In(Path.Combine(Folder, "apps", "aws-lb-controller"));
        written
            .Keys.Should()
            .Contain([
                "appset-aws-lb-controller.yaml",
                "kustomization.yaml",
                "chart/Chart.yaml",
                "chart/values.yaml",
                "chart/templates/targetgroupbindings.yaml",
            ]);
        written["appset-aws-lb-controller.yaml"].Should().Contain("https://git.example.com/platform/apps.git").And.Contain("apps/aws-lb-controller/chart");
        written
            .Values.Should()
            .NotContain(text => text.Contains("eu-west-1") || text.Contains("111122223333"), "region and account come from the clusters' annotations");
        run.Output.ReplaceLineEndings("\n")
            .TrimEnd()
            .Split('\n')
            .Should()
            .HaveCountLessThanOrEqualTo(written.Count)
            .And.Contain("apps/aws-lb-controller/kustomization.yaml");
        Directory.Exists(Path.Combine(Folder, "cdktf.out")).Should().BeFalse();
    }

    [Fact]
    public void Without_a_place_in_git_no_directory_is_written()
    {
        Write("fleet.yaml", SmallFleet.Text);

        var run = Run("gitops");

        run.ExitCode.Should().Be(1);
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .Be("fleet.yaml: argoCd.gitOps is required: it defines where in Git the directory is (E004)\n1 error; nothing was written\n");
        Directory.Exists(Path.Combine(Folder, "gitops")).Should().BeFalse();
    }

    [Fact]
    public void Without_a_fleet_file_the_error_names_the_next_step()
    {
        var run = Run();

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("fleet.yaml: there is no such file: name a fleet file, or run where 'fleet.yaml' is");
        Directory.Exists(Path.Combine(Folder, "cdktf.out")).Should().BeFalse();
    }

    [Fact]
    public void Without_node_the_error_names_the_next_step()
    {
        Write("fleet.yaml", SmallFleet.Text);
        Variables["JSII_NODE"] = "/no/such/node";
        Variables["MOORING_ENGINE"] = "node";

        var run = Run();

        run.ExitCode.Should().Be(1);
        run.Error.ReplaceLineEndings("\n")
            .Should()
            .Be(
                "Node.js 20 or later runs CDKTF, and '/no/such/node' could not be started: install it and put it on the PATH, or name it in "
                    + "JSII_NODE\nfailed (E103); the last output is unchanged\n"
            );
    }

    [Theory]
    [InlineData("everything.yaml")]
    [InlineData("everything-else.yaml")]
    public void Terraform_is_not_needed_for_synthesis(string fleet)
    {
        Write("fleet.yaml", File.ReadAllText(Repository.PathOf("test", "Mooring.TestKit", "Fleets", fleet)));
        Variables["TERRAFORM_BINARY_NAME"] = "/no/such/terraform";

        Run().Should().Match<Command>(run => run.ExitCode == 0 && run.Error.Length == 0);
    }

    [Fact]
    public void Help_describes_the_fleet_file_and_the_output()
    {
        var run = Run("--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll("fleet.yaml", "--output", "cdktf.out", "CDKTF_OUTDIR");
    }

    [Fact]
    public void An_unknown_option_is_an_error() => Run("--outptu", "elsewhere").ExitCode.Should().Be(1);

    private static string[] Lines(Command run) => run.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');

    /// <summary>Replaces Node.js with a script that writes a file when it is started.</summary>
    private string UseNode()
    {
        var started = Path.Combine(Folder, "started");
        var command = Write("node", $"#!/bin/sh\ntouch '{started}'\nexec node \"$@\"\n");
        Command.Run(Folder, Variables, "chmod", "u+x", command).ExitCode.Should().Be(0);
        Variables["JSII_NODE"] = command;
        Variables["MOORING_ENGINE"] = "node";
        return started;
    }

    /// <summary>The modification time of each output file.</summary>
    private Dictionary<string, DateTime> Times() =>
        Directory
            .GetFiles(Path.Combine(Folder, "cdktf.out"), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);
}
