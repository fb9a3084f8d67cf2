using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Synthesis.Reuse;

/// <summary>The small fleet, synthesized once; each test takes a copy of the output.</summary>
public sealed class SmallOutput : IDisposable
{
    private readonly TemporaryDirectory _output = new();

    public SmallOutput() => FleetSynthesis.Synthesize(FleetFile.Parse(SmallFleet.Text), _output.Path);

    public void Dispose() => _output.Dispose();

    /// <summary>Puts the output elsewhere.</summary>
    public void CopyTo(string directory)
    {
        foreach (var file in Directory.GetFiles(_output.Path, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(directory, Path.GetRelativePath(_output.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

[CollectionDefinition(nameof(SmallOutput))]
public sealed class SmallOutputCollection : ICollectionFixture<SmallOutput>;
