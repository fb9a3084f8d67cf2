namespace Mooring.TestKit;

/// <summary>A directory that is gone when the test is over.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mooring-");

    /// <summary>Where it is.</summary>
    public string Path => _directory.FullName;

    public void Dispose() => _directory.Delete(recursive: true);
}
