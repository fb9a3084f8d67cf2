using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>The sample fleet, synthesized once for all tests that read it.</summary>
public sealed class SampleFleet : IDisposable
{
    private readonly TemporaryDirectory _output = new();

    public SampleFleet()
    {
        Fleet = FleetFile.Read(Repository.PathOf("fleet.yaml"));
        Stacks = FleetSynthesis.Synthesize(Fleet, Output).Stacks;
    }

    public FleetSpec Fleet { get; }

    public IReadOnlyList<SynthesizedStack> Stacks { get; }

    public string Output => _output.Path;

    internal TerraformJson Stack(string name) => new(File.ReadAllText(Stacks.Single(stack => stack.Name == name).File));

    public void Dispose() => _output.Dispose();
}

[CollectionDefinition(nameof(SampleFleet))]
public sealed class SampleFleetCollection : ICollectionFixture<SampleFleet>;
