using FluentAssertions;
using Mooring.Jsii;
using Mooring.Stacks;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.Tests.Stacks.Everything;
using Xunit;

namespace Mooring.Tests.Synthesis;

/// <summary>Stacks that several threads synthesize, each with a CDKTF of its own.</summary>
[Collection(nameof(EverythingFleet))]
public sealed class StackBatchesTests(EverythingFleet fleet) : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<string> _begun = [];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(SynthesisEngine.Native)]
    [InlineData(SynthesisEngine.Both)]
    public void Threads_write_the_bytes_that_one_does(SynthesisEngine engine)
    {
        var plan = FleetLayout.Plan(fleet.Fleet);

        var entries = Batches(engine, Begin).Synthesize(plan, _directory.Path);

        _begun.Should().BeEquivalentTo(plan.Select(stack => stack.Name));
        entries.Keys.Should().BeEquivalentTo(_begun);
        SynthesizedFiles.In(Path.Combine(_directory.Path, "stacks")).Should().BeEquivalentTo(SynthesizedFiles.In(Path.Combine(fleet.Output, "stacks")));
    }

    [Fact]
    public void The_first_error_ends_the_others()
    {
        var synthesize = () =>
            Batches(SynthesisEngine.Native, stack => throw new InvalidOperationException(stack)).Synthesize(FleetLayout.Plan(fleet.Fleet), _directory.Path);

        synthesize.Should().Throw<InvalidOperationException>();
        Directory.GetFiles(_directory.Path, "manifest.json", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public void Who_stops_waits_for_no_batch()
    {
        using var stop = new CancellationTokenSource();
        var batches = new StackBatches(SynthesisEngine.Native, _ => stop.Cancel(), stop.Token) { Smallest = 2, Largest = 3 };

        batches.Invoking(each => each.Synthesize(FleetLayout.Plan(fleet.Fleet), _directory.Path)).Should().Throw<OperationCanceledException>();
        Directory.GetFiles(_directory.Path, "manifest.json", SearchOption.AllDirectories).Should().BeEmpty();
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

    private static StackBatches Batches(SynthesisEngine engine, Action<string> onStack) =>
        new(engine, onStack, CancellationToken.None) { Smallest = 2, Largest = engine == SynthesisEngine.Native ? 3 : 100 };

    private void Begin(string stack)
    {
        lock (_begun)
        {
            _begun.Add(stack);
        }
    }
}
