using Mooring.TestKit;

namespace Mooring.Rehearsal.Tests;

/// <summary>A directory for the temporary files of this process during a test.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    private const string Variable = "TMPDIR";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly TemporaryDirectory _directory = new();

    public TemporaryFiles(string below = "tmp")
    {
        // CDKTF is unpacked into the directory for temporary files when it starts, and is needed until the last test.
        _ = TestApp.Create();
        Path = Directory.CreateDirectory(System.IO.Path.Combine(_directory.Path, below)).FullName;
        Environment.SetEnvironmentVariable(Variable, Path);
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _directory.Dispose();
    }
}
