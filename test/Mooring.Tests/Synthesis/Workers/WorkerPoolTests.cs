using FluentAssertions;
using Mooring.Jsii;
using Mooring.Stacks;
using Mooring.Synthesis.Output;
using Mooring.Synthesis.Workers;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.Tests.Stacks.Everything;
using Xunit;

namespace Mooring.Tests.Synthesis.Workers;

/// <summary>Stacks that several processes synthesize from their slices.</summary>
public sealed class WorkerPoolTests(EverythingFleet fleet) : IClassFixture<EverythingFleet>, IDisposable
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "Stacks.dll");
    private static readonly WorkerProgram s_worker = new("dotnet", s_program, "synthesize-stacks");

    private readonly TemporaryDirectory _directory = new();
    private readonly List<string> _begun = [];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Workers_write_the_bytes_that_one_process_does()
    {
        var plan = FleetLayout.Plan(fleet.Fleet);

        var written = new WorkerPool(s_worker, Begin, CancellationToken.None, smallestBatch: 2).Synthesize(plan, _directory.Path);

        written.Should().HaveCount(Environment.ProcessorCount);
        _begun.Should().BeEquivalentTo(plan.Select(stack => stack.Name));
        foreach (var directory in written)
        {
            StagedOutput.Gather(directory, _directory.Path);
        }

        OutputDirectory.Read(Path.Combine(_directory.Path, "stacks")).Should().BeEquivalentTo(OutputDirectory.Read(Path.Combine(fleet.Output, "stacks")));
    }

    [Fact]
    public void The_error_of_a_worker_is_reported()
    {
        // Another command, to which the standard input is nothing: it fails for a reason of its own.
        var failing = new WorkerProgram("dotnet", s_program, "no-such-fleet.yaml");

        FluentActions
            .Invoking(() => new WorkerPool(failing, null, CancellationToken.None, smallestBatch: 2).Synthesize(FleetLayout.Plan(fleet.Fleet), _directory.Path))
            .Should()
            .Throw<WorkerException>()
            .WithMessage("*no-such-fleet.yaml*");
    }

    [Fact]
    public void A_worker_that_is_killed_is_reported()
    {
        var killed = new WorkerProgram("sh", "-c", "kill -9 $$");

        FluentActions
            .Invoking(() => new WorkerPool(killed, null, CancellationToken.None, smallestBatch: 2).Synthesize(FleetLayout.Plan(fleet.Fleet), _directory.Path))
            .Should()
            .Throw<WorkerException>()
            .WithMessage("a worker process ended with exit code 137 and no message: it may have been killed, or have run out of memory");
    }

    [Fact]
    public void Who_stops_waits_for_no_worker()
    {
        using var stop = new CancellationTokenSource();

        FluentActions
            .Invoking(() =>
                new WorkerPool(s_worker, _ => stop.Cancel(), stop.Token, smallestBatch: 2).Synthesize(FleetLayout.Plan(fleet.Fleet), _directory.Path)
            )
            .Should()
            .Throw<OperationCanceledException>();
        Directory.GetFiles(_directory.Path, "manifest.json", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public void A_worker_ends_when_its_parent_process_is_gone()
    {
        using var worker = s_worker.Start();
        worker.StandardInput.WriteLine(WorkerOrder.Of(Path.Combine(_directory.Path, "written"), SynthesisEngine.Native, FleetLayout.Plan(fleet.Fleet)));
        worker.StandardOutput.ReadLine().Should().StartWith("load-balancer-");

        worker.StandardInput.Close();

        worker.WaitForExit(TimeSpan.FromSeconds(30)).Should().BeTrue();
        worker.ExitCode.Should().Be(1);
        File.Exists(Path.Combine(_directory.Path, "written", "manifest.json")).Should().BeFalse();
    }

    [Fact]
    public void A_few_stacks_are_not_worth_a_worker()
    {
        WorkerPool.IsWorthIt(8).Should().BeFalse();
        WorkerPool.IsWorthIt(300).Should().Be(Environment.ProcessorCount > 1);
    }

    [Fact]
    public void Every_stack_is_planned_with_its_own_slice()
    {
        foreach (var stack in FleetLayout.Plan(fleet.Fleet))
        {
            var mine = stack.Kind == StackKind.LoadBalancer ? stack.Slice.LoadBalancers.Keys : stack.Slice.Clusters.Keys;
            mine.Should().Equal(stack.Subject);
        }
    }

    private void Begin(string stack)
    {
        lock (_begun)
        {
            _begun.Add(stack);
        }
    }
}
