using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;

namespace Mooring.TestKit.Fleets;

/// <summary>A fleet file of the repository, synthesized once for all tests that read it.</summary>
public abstract class SynthesizedFleetFixture : IDisposable
{
    private readonly TemporaryDirectory _output = new();

    protected SynthesizedFleetFixture(params string[] file)
    {
        File = Repository.PathOf(file);
        Fleet = FleetFile.Read(File);
        Stacks = FleetSynthesis.Synthesize(Fleet, Output).Stacks;
    }

    public string File { get; }

    public FleetSpec Fleet { get; }

    public IReadOnlyList<SynthesizedStack> Stacks { get; }

    public string Output => _output.Path;

    internal TerraformJson Stack(string name) => new(System.IO.File.ReadAllText(Stacks.Single(stack => stack.Name == name).File));

    public void Dispose()
    {
        _output.Dispose();
        GC.SuppressFinalize(this);
    }
}
