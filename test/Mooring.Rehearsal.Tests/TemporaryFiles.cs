using Mooring.TestKit;
using Mooring.TestKit.Constructs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A directory of a test's own in which this process makes its temporary files while the test runs.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    private const string Variable = "TMPDIR";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly TemporaryDirectory _directory = new();

    public TemporaryFiles(string below = "tmp")
    {
        // CDKTF unpacks itself where temporary files are when it starts, and needs that until the last test is over.
        _ = TestApp.Create();
        Path = Directory.CreateDirectory(System.IO.Path.Combine(_directory.Path, below)).FullName;
        Environment.SetEnvironmentVariable(Variable, Path);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _directory.Dispose();
    }
}
