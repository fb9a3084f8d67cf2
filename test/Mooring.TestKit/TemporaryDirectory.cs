namespace Mooring.TestKit;

/// <summary>A directory that is deleted after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mooring-");

    /// <summary>Its path.</summary>
    public string Path => _directory.FullName;

    public void Dispose() => _directory.Delete(recursive: true);
}
