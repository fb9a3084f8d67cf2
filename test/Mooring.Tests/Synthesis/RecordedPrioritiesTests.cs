using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.Tests.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Synthesis;

/// <summary>Synthesis writes <c>fleet.priorities.json</c> beside the fleet file.</summary>
public sealed class RecordedPrioritiesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Fleet => Path.Combine(_directory.Path, "fleet.yaml");

    private string Record => Path.Combine(_directory.Path, "fleet.priorities.json");

    private string Output => Path.Combine(_directory.Path, "cdktf.out");

    [Fact]
    public void A_rule_that_is_deleted_changes_no_other()
    {
        Synthesize("a", "b", "c").WrittenPriorities.Should().Equal(Record);
        Priorities().Should().Equal(10, 20, 30);

        Synthesize("b", "c").WrittenPriorities.Should().Equal(Record);
        Priorities().Should().Equal(20, 30);
    }

    [Fact]
    public void The_record_is_not_written_where_it_is_not_needed_or_did_not_change()
    {
        Synthesize("a, priority: 1", "b, priority: 2").WrittenPriorities.Should().BeEmpty();
        File.Exists(Record).Should().BeFalse();
        Synthesize("a", "b");
        var time = File.GetLastWriteTimeUtc(Record);

        Synthesize("a", "b").WrittenPriorities.Should().BeEmpty();
        Synthesize(new SynthesisOptions { Reuse = false }, "a", "b").WrittenPriorities.Should().BeEmpty();

        File.GetLastWriteTimeUtc(Record).Should().Be(time);
        Files().Should().Equal("fleet.priorities.json", "fleet.yaml");
    }

    [Fact]
    public void A_record_that_was_lost_or_changed_is_read_again_although_the_fleet_file_did_not_change()
    {
        Synthesize("a", "b");
        File.WriteAllText(Record, File.ReadAllText(Record).Replace("20", "25", StringComparison.Ordinal));
        Synthesize("a", "b");
        Priorities().Should().Equal(10, 25);

        File.Delete(Record);

        Synthesize("a", "b").WrittenPriorities.Should().Equal(Record);
        Priorities().Should().Equal(10, 20);
    }

    [Fact]
    public void A_run_that_fails_leaves_the_last_record()
    {
        Synthesize("a", "b");
        var before = File.ReadAllText(Record);
        var faulty = () => Synthesize("b", "B");
        faulty.Should().Throw<FleetException>();
        var stopped = () => Synthesize(new SynthesisOptions { Cancellation = new CancellationToken(canceled: true) }, "b");
        stopped.Should().Throw<OperationCanceledException>();
        Directory.Delete(Output, recursive: true);
        File.WriteAllText(Output, "not a directory");
        var withoutOutput = () => Synthesize("b");
        withoutOutput.Should().Throw<IOException>();

        File.ReadAllText(Record).Should().Be(before);
        Files().Should().Equal("cdktf.out", "fleet.priorities.json", "fleet.yaml");
    }

    [Fact]
    public void A_record_that_cannot_be_written_is_an_error_that_says_what_to_do()
    {
        var readOnly = new ReadOnlyPriorities();
        var synthesize = () => Synthesize(new SynthesisOptions { Files = readOnly }, "a");

        synthesize
            .Should()
            .Throw<IOException>()
            .WithMessage(
                $"{Record}: cannot be written: read-only It keeps *synthesize once where it can be written and commit it, or give each rule a 'priority'."
            );
        File.Exists(Path.Combine(Output, "manifest.json")).Should().BeFalse();
    }

    public void Dispose() => _directory.Dispose();

    private SynthesizedFleet Synthesize(params string[] rules) => Synthesize(new SynthesisOptions(), rules);

    private SynthesizedFleet Synthesize(SynthesisOptions options, params string[] rules)
    {
        File.WriteAllText(Fleet, PriorityRecordTests.FleetOf(rules));
        return FleetSynthesis.SynthesizeFile(Fleet, Output, options);
    }

    private IEnumerable<int> Priorities() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Output, "stacks", "load-balancer-public", "cdk.tf.json")))!["resource"]!["aws_lb_listener_rule"]!
            .AsObject()
            .Select(rule => rule.Value!["priority"]!.GetValue<int>());

    private IEnumerable<string?> Files() => Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
