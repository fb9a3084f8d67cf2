namespace Mooring.Synthesis.Output;

/// <summary>A file that is written beside the last one, and replaces it at the end of a run that succeeds.</summary>
internal sealed class StagedFile : IDisposable
{
    private readonly string _staged;

    /// <summary>Writes the file beside its place.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="text">Its text.</param>
    /// <param name="remedy">What to do where it cannot be written.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public StagedFile(string path, string text, string remedy)
    {
        (Path, Text, _staged) = (path, text, $"{path}.new");
        try
        {
            File.WriteAllText(_staged, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new IOException($"{path}: cannot be written: {exception.Message} {remedy}", exception);
        }
    }

    /// <summary>Its place.</summary>
    public string Path { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>Replaces the last one.</summary>
    public void Publish() => File.Move(_staged, Path, overwrite: true);

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_staged);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The directory is missing or cannot be written: there is nothing to remove.
        }
    }
}
