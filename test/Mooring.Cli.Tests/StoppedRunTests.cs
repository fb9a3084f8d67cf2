using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>Runs that are killed, interrupted, or concurrent.</summary>
public sealed class StoppedRunTests : ProgramTest
{
    private const string Before = "before.yaml";
    private const string After = "after.yaml";

    private static readonly string s_after = SmallFleet.Text.Replace("region: eu-west-1", "region: eu-central-1", StringComparison.Ordinal);
    private static readonly Lazy<Dictionary<string, string>> s_freshBefore = new(() => Fresh(SmallFleet.Text));
    private static readonly Lazy<Dictionary<string, string>> s_freshAfter = new(() => Fresh(s_after));

    private readonly string _output;
    private readonly string _temporary;

    public StoppedRunTests()
    {
        Write(Before, SmallFleet.Text);
        Write(After, s_after);
        _output = Path.Combine(Folder, "cdktf.out");
        _temporary = Directory.CreateDirectory(Path.Combine(Folder, "tmp")).FullName;
        Variables["TMPDIR"] = _temporary;
        // Some of the moments are those of Node.js.
        Variables["MOORING_ENGINE"] = "node";
    }

    /// <summary>Moments of a run, by its progress.</summary>
    public static TheoryData<string> Moments =>
        ["it has begun", "node is there", "it stages", "it has staged", "it has published the first stack", "it has published the last stack"];

    [Theory]
    [MemberData(nameof(Moments))]
    public void After_a_run_that_was_killed_the_next_one_writes_what_a_fresh_one_does(string moment)
    {
        Run(Before).ExitCode.Should().Be(0);

        using (var run = new RunningProgram(Folder, Variables, Executable, After))
        {
            run.WaitUntil(() => Has(moment));
            run.Signal("KILL");
            run.End();
        }

        Run(After).ExitCode.Should().Be(0);
        Written.Should().BeEquivalentTo(s_freshAfter.Value);
        Run(Before).ExitCode.Should().Be(0);
        Written.Should().BeEquivalentTo(s_freshBefore.Value);
        Directory.GetDirectories(_output).Select(Path.GetFileName).Should().Equal("stacks");
        // .NET's own files of a process that was killed, such as clr-debug-pipe, are not ours.
        Directory.GetFileSystemEntries(_temporary, "mooring-*").Should().BeEmpty("the next run removes what the killed one left");
    }

    [Theory]
    [InlineData("INT", "node is there")]
    [InlineData("INT", "it stages")]
    [InlineData("INT", "it has staged")]
    [InlineData("TERM", "it stages")]
    public void An_interrupted_run_leaves_the_last_output_complete(string signal, string moment)
    {
        Run(Before).ExitCode.Should().Be(0);
        using var run = new RunningProgram(Folder, Variables, Executable, After);
        run.WaitUntil(() => Has(moment));

        run.Signal(signal);
        var ended = run.End();

        ended.ExitCode.Should().Be(130);
        // If it had started to publish, it finished that.
        Written.Should().BeEquivalentTo(ended.Error.Length > 0 ? s_freshBefore.Value : s_freshAfter.Value);
        ended.Error.Should().BeOneOf("stopped; the last output is unchanged\n", string.Empty);
        SpinWait.SpinUntil(() => !run.IsAlive, TimeSpan.FromSeconds(10)).Should().BeTrue("jsii's Node.js ends with the program");
        Directory.GetFileSystemEntries(_temporary).Should().BeEmpty();
    }

    [Fact]
    public void Two_runs_at_once_write_one_after_the_other()
    {
        Run(Before).ExitCode.Should().Be(0);
        using var first = new RunningProgram(Folder, Variables, Executable, Before, "--no-reuse");
        first.WaitUntil(() => Has("it stages"));

        var second = Run(After);

        second.Should().Match<Command>(run => run.ExitCode == 0 && run.Error == "waiting for another run that writes cdktf.out ...\n");
        first.End().ExitCode.Should().Be(0);
        Written.Should().BeEquivalentTo(s_freshAfter.Value);
    }

    [Fact]
    public void Who_waits_can_be_interrupted()
    {
        Run(Before).ExitCode.Should().Be(0);
        using var held = new FileStream(Path.Combine(_output, ".synthesis.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var run = new RunningProgram(Folder, Variables, Executable, Before);
        Thread.Sleep(TimeSpan.FromSeconds(2));

        run.Signal("INT");

        run.End().Should().Be(new Command(130, string.Empty, "waiting for another run that writes cdktf.out ...\nstopped; the last output is unchanged\n"));
    }

    [Fact]
    public void Who_waits_for_the_checks_of_a_large_fleet_can_be_interrupted()
    {
        Run(Before).ExitCode.Should().Be(0);
        Write("large.yaml", LargeFleet);
        using var run = new RunningProgram(Folder, Variables, Executable, "large.yaml", "--strict");
        Thread.Sleep(TimeSpan.FromSeconds(2));

        run.Signal("INT");

        run.End().Should().Be(new Command(130, string.Empty, "stopped; the last output is unchanged\n"));
        Written.Should().BeEquivalentTo(s_freshBefore.Value);
    }

    // Its checks take far longer than the test waits before it stops them, and what they find would be printed.
    private static string LargeFleet =>
        SmallFleet.Text
        + "\n"
        + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"  c{number}: {{ version: \"1.33\", subnets: [subnet-{number}], tags: {{ a: b }} }}\n"));

    private Dictionary<string, string> Written => SynthesizedFiles.In(_output);

    private static Dictionary<string, string> Fresh(string fleet)
    {
        using var directory = new TemporaryDirectory();
        FleetSynthesis.Synthesize(FleetFile.Parse(fleet), directory.Path);
        return SynthesizedFiles.In(directory.Path);
    }

    private bool Has(string moment) =>
        moment switch
        {
            "node is there" => Directory.GetDirectories(_temporary, "mooring-*").SelectMany(Directory.GetFileSystemEntries).Count() > 1,
            "it stages" => Staging.Length > 0,
            "it has staged" => Staging.Any(directory => File.Exists(Path.Combine(directory, "new", "manifest.json"))),
            "it has published the first stack" => IsNew("load-balancer-public"),
            "it has published the last stack" => IsNew("binding-blue"),
            _ => true,
        };

    private string[] Staging => Directory.GetDirectories(_output, ".mooring-staging-*");

    private bool IsNew(string stack)
    {
        var file = Path.Combine(_output, "stacks", stack, "cdk.tf.json");
        return File.Exists(file) && File.ReadAllText(file).Contains("eu-central-1", StringComparison.Ordinal);
    }
}
