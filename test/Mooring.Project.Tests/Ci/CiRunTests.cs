using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Project.Tests.Ci;

/// <summary><c>.ci/run</c>, with scripts instead of Terraform and dotnet.</summary>
public sealed class CiRunTests : IDisposable
{
    private const string DefaultRun = "Passed!  - Failed:     0, Passed:   900, Skipped:     2, Total:   902, Duration: 3 m - Mooring.Tests.dll (net10.0)";

    private const string CliRun = "Passed!  - Failed:     0, Passed:     1, Skipped:     0, Total:     1, Duration: 1 m - Mooring.Tests.dll (net10.0)";

    private readonly TemporaryDirectory _path = new();

    public CiRunTests()
    {
        foreach (var program in new[] { "bash", "dirname", "mktemp", "rm", "cp", "timeout", "env", "tee", "sed", "awk" })
        {
            var found = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, program)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(_path.Path, program), found);
        }
    }

    public void Dispose() => _path.Dispose();

    [Fact]
    public void Without_terraform_it_fails_at_once()
    {
        Put("dotnet", "echo it was run");
        Put("chromium", "");

        Run().Should().Be(new Command(1, "", "terraform is not installed: CI needs it\n"));
    }

    [Fact]
    public void Without_chromium_it_says_what_is_skipped()
    {
        Put("terraform", "");
        Put("dotnet", $"case \"$*\" in *CdktfCli*) echo '{CliRun}';; *) echo '{DefaultRun}';; esac");

        var run = Run();

        (run.ExitCode, run.Error).Should().Be((0, "chromium is not installed and could not be: the tests of the page in a browser are skipped\n"));
    }

    [Fact]
    public void Chromium_is_installed_where_debians_packages_are()
    {
        Put("terraform", "");
        Put("apt-get", $"case \"$1\" in install) cp {Path.Combine(_path.Path, "terraform")} {Path.Combine(_path.Path, "chromium")};; esac");
        Put("dotnet", $"case \"$*\" in *CdktfCli*) echo '{CliRun}';; *) echo '{DefaultRun}';; esac");

        Run().ExitCode.Should().Be(0);
    }

    [Fact]
    public void Both_runs_count()
    {
        var run = RunWith(CliRun);

        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Output.Should().EndWith("\n901 passed, 0 failed, 2 skipped\n");
    }

    [Theory]
    [InlineData("No test matches the given testcase filter `Category=CdktfCli`", 0, 0, "900 passed, 0 failed, 2 skipped")]
    [InlineData(
        "Skipped! - Failed:     0, Passed:     0, Skipped:     1, Total:     1, Duration: 1 s - Mooring.Tests.dll (net10.0)",
        0,
        1,
        "900 passed, 0 failed, 3 skipped"
    )]
    [InlineData(
        "Passed!  - Failed:     0, Passed:     1, Skipped:     1, Total:     2, Duration: 1 s - Mooring.Tests.dll (net10.0)",
        1,
        1,
        "901 passed, 0 failed, 3 skipped"
    )]
    public void Tests_of_the_official_cli_that_do_not_run_are_a_failure(string said, int passed, int skipped, string total)
    {
        var run = RunWith(said);

        (run.ExitCode, run.Error).Should().Be((1, $"the tests of the official CLI must all run: {passed} passed, {skipped} skipped\n"));
        run.Output.Should().EndWith($"\n{total}\n");
    }

    private Command RunWith(string saidOfTheCli)
    {
        Put("terraform", "");
        Put("chromium", "");
        Put("dotnet", $"case \"$*\" in *CdktfCli*) echo '{saidOfTheCli}';; *) echo '{DefaultRun}';; esac");
        return Run();
    }

    private Command Run() => Command.Run(_path.Path, new Dictionary<string, string?> { ["PATH"] = _path.Path }, Repository.PathOf(".ci", "run"));

    private void Put(string program, string script)
    {
        var file = Path.Combine(_path.Path, program);
        File.WriteAllText(file, $"#!{Path.Combine(_path.Path, "bash")}\n{script}\n");
        Command.Run(_path.Path, new Dictionary<string, string?>(), "chmod", "u+x", file).ExitCode.Should().Be(0);
    }
}
