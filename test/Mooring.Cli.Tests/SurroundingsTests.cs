using FluentAssertions;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>Programs and streams around the program that do not work: one sentence, and exit code 1.</summary>
public sealed class SurroundingsTests : ProgramTest
{
    private const string Unchanged = "\nfailed (E103); the last output is unchanged\n";
    private const string Ended = "Node.js, which runs CDKTF, ended before its work was done: it may have been killed, or have run out of memory";
    private const string Garbage = "Node.js, which runs CDKTF, wrote something else than an answer: is what JSII_NODE or the PATH names Node.js itself?";

    public SurroundingsTests() => Write("fleet.yaml", SmallFleet.Text);

    [Theory]
    [InlineData("echo Segmentation fault >&2; kill -SEGV $$", "said nothing when it was asked for its version")]
    [InlineData("echo 'command not found'", "said 'command not found' when it was asked for its version")]
    public void A_node_without_a_version_is_named(string script, string what)
    {
        var node = UseNode(script);

        Run()
            .Should()
            .Be(
                new Command(
                    1,
                    string.Empty,
                    $"Node.js 20 or later runs CDKTF, and '{node}' {what}: install it and put it on the PATH, or name it in JSII_NODE{Unchanged}"
                )
            );
    }

    [Fact]
    public void An_engine_that_there_is_not_is_named()
    {
        Variables["MOORING_ENGINE"] = "bun";

        Run()
            .Should()
            .Be(
                new Command(
                    1,
                    string.Empty,
                    "the environment variable MOORING_ENGINE must be one of native, node, both, got 'bun'\nfailed (E101); the last output is unchanged\n"
                )
            );
    }

    [Theory]
    [InlineData("exit 3", Ended)]
    [InlineData("kill -9 $$", Ended)]
    [InlineData("echo '{\"hello\":\"@jsii/runtime@1.1.1\"}'; exit 0", Ended)]
    [InlineData("echo hello; exec cat >/dev/null", Garbage)]
    [InlineData("head -c 300 /dev/urandom | base64; exec cat >/dev/null", Garbage)]
    // Without the kill, an answer that Node.js writes while sed ends is lost, and everybody waits.
    [InlineData("node \"$@\" | { sed -u 30q; kill -9 $$; }", Ended)]
    public void A_node_that_dies_or_writes_garbage_is_named(string script, string error)
    {
        UseNode($"[ \"$1\" = --version ] && exec echo v22.0.0\n{script}");

        var run = Run();

        // The message may depend on whether it dies while it is written to or read from.
        (run.ExitCode, run.Output, run.Error)
            .Should()
            .Be((1, string.Empty, $"{error}{Unchanged}"));
        File.Exists(Path.Combine(Folder, "cdktf.out", "manifest.json")).Should().BeFalse();
    }

    [Fact]
    public void A_node_that_dies_when_its_work_is_done_is_no_error()
    {
        const string wait = "while [ ! -e cdktf.out/manifest.json ]; do sleep 0.01; done";
        UseNode($"[ \"$1\" = --version ] && exec echo v22.0.0\n({wait}; kill -9 $$ 2>/dev/null) & exec node \"$@\"");

        var run = Run();

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        File.Exists(Path.Combine(Folder, "cdktf.out", "manifest.json")).Should().BeTrue();
    }

    [Theory]
    [InlineData("Terraform v1.9.0", "with something else than a version")]
    [InlineData("[]", "with something else than a version")]
    [InlineData("{\"terraform_version\":1}", "with something else than a version")]
    public void A_terraform_that_answers_text_is_named(string answer, string what)
    {
        Variables["TERRAFORM_BINARY_NAME"] = Script("terraform", $"echo '{answer}'");

        var run = Run("rehearse");

        run.ExitCode.Should().Be(1);
        run.Error.Should()
            .Be(
                $"'{Variables["TERRAFORM_BINARY_NAME"]} version -json' answered {what}: install Terraform, or name it in TERRAFORM_BINARY_NAME\n"
                    + "failed (E105); a rehearsal leaves nothing behind\n"
            );
    }

    [Fact]
    public void A_terraform_that_is_killed_is_named()
    {
        Variables["TERRAFORM_BINARY_NAME"] = Script("terraform", "kill -9 $$");

        Run("rehearse").Error.Should().Be("'terraform version' ended with exit code 137 and no message\nfailed (E105); a rehearsal leaves nothing behind\n");
    }

    [Fact]
    public void A_terraform_whose_later_answers_are_text_is_named()
    {
        Variables["TERRAFORM_BINARY_NAME"] = Script(
            "terraform",
            "[ \"$1\" = version ] && exec echo '{\"terraform_version\":\"1.11.4\"}'\n[ \"$1\" = show ] && exec echo 'No changes.'\n"
                + "[ \"$1\" = plan ] && exit 2\nexit 0"
        );

        Run("rehearse")
            .Error.Should()
            .Be("cluster-root: 'terraform show' answered with something else than a plan\nfailed (E105); a rehearsal leaves nothing behind\n");
    }

    [Fact]
    public void A_terraform_that_does_not_tell_what_it_destroyed_is_named()
    {
        Variables["TERRAFORM_BINARY_NAME"] = Script("terraform", "[ \"$1\" = version ] && exec echo '{\"terraform_version\":\"1.11.4\"}'\nexit 0");

        Run("rehearse")
            .Error.Should()
            .Match("*: 'terraform destroy' did not say how many resources it destroyed\nfailed (E105); a rehearsal leaves nothing behind\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--output", "")]
    [InlineData("-o", "", "fleet.yaml")]
    [InlineData("gitops", "")]
    [InlineData("gitops", "--output", "")]
    [InlineData("rehearse", "")]
    [InlineData("rehearse", "--from", "")]
    [InlineData("rehearse", "--fail", "")]
    public void An_empty_argument_is_refused(params string[] arguments)
    {
        var run = Run(arguments);

        run.ExitCode.Should().Be(1);
        run.Error.Trim().Should().MatchRegex(@"^('(fleet|--output|--from)' must not be empty|Argument '' not recognized[^\n]*(\n.*)*) \(E101\)$");
        Directory.Exists(Path.Combine(Folder, "cdktf.out")).Should().BeFalse();
    }

    [Theory]
    [InlineData(">/dev/full", "No space left on device")]
    [InlineData(">&-", ": ")]
    public void An_output_that_cannot_be_listed_is_written_all_the_same(string redirection, string why)
    {
        foreach (var (command, file) in new[] { ("", "cdktf.out/manifest.json"), ("gitops", "gitops/kustomization.yaml") })
        {
            Write("fleet.yaml", File.ReadAllText(TestKit.Repository.PathOf("fleet.yaml")));

            var run = Shell($"dotnet '{Executable}' {command} {redirection}");

            run.ExitCode.Should().Be(1);
            run.Error.Should().StartWith("the standard output cannot be written to: ").And.Contain(why).And.EndWith("\nfailed (E106); the output is written\n");
            File.Exists(Path.Combine(Folder, file)).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("no-such-fleet.yaml")]
    [InlineData("--no-such-option")]
    [InlineData("gitops")]
    [InlineData("rehearse --from no-such-fleet.yaml")]
    public void With_a_closed_error_stream_the_exit_code_is_that_of_an_error(string arguments)
    {
        foreach (var redirection in new[] { "2>&-", "2>/dev/full", ">&- 2>&-" })
        {
            Shell($"dotnet '{Executable}' {arguments} {redirection} | cat; exit ${{PIPESTATUS[0]}}").ExitCode.Should().Be(1);
        }
    }

    [Fact]
    public void Help_that_cannot_be_written_is_an_error() =>
        Shell($"dotnet '{Executable}' --help >/dev/full").Should().Be(new Command(1, string.Empty, "No space left on device\n"));

    [Fact]
    public void With_a_closed_error_stream_a_fleet_is_synthesized()
    {
        Shell($"dotnet '{Executable}' 2>&- <&-").ExitCode.Should().Be(0);
        File.Exists(Path.Combine(Folder, "cdktf.out", "manifest.json")).Should().BeTrue();
    }

    [Fact]
    public void A_long_directory_for_temporary_files_is_no_problem()
    {
        UseLongDirectory();

        var run = Run();

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        Directory.GetFileSystemEntries(Variables["TMPDIR"]!).Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Nor_is_it_for_a_rehearsal()
    {
        UseLongDirectory();
        Write("fleet.yaml", SmallFleet.Text.Replace("argoCd:\n  cluster: root\n", string.Empty, StringComparison.Ordinal));

        var run = Run("rehearse");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        Directory.GetFileSystemEntries(Variables["TMPDIR"]!).Should().BeEmpty();
    }

    [Fact]
    public void Without_a_directory_for_temporary_files_the_error_names_it()
    {
        Variables["TMPDIR"] = Path.Combine(Folder, "missing");

        var run = Run();

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(Variables["TMPDIR"]).And.EndWith("\nfailed (E106); the last output is unchanged\n");
        run.Error.Trim().Split('\n').Should().HaveCount(2);
    }

    private void UseLongDirectory()
    {
        var directory = Path.Combine(Folder, new string('l', 200), new string('m', 200));
        Variables["TMPDIR"] = Directory.CreateDirectory(directory).FullName;
    }

    private string UseNode(string script)
    {
        var node = Script("node", script);
        Variables["JSII_NODE"] = node;
        Variables["MOORING_ENGINE"] = "node";
        return node;
    }

    private string Script(string name, string text) => TestKit.Programs.Executable.Write(Folder, name, text);

    private Command Shell(string line) => Command.Run(Folder, Variables, "bash", "-c", line);
}
