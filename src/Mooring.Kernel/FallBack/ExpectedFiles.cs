using System.Text;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.FallBack;

/// <summary>Keeps the files that the native kernel would write, to compare them with those that Node.js writes.</summary>
internal sealed class ExpectedFiles : IOutputFiles
{
    private readonly Dictionary<string, byte[]> _files = [];

    /// <inheritdoc/>
    public void CreateDirectory(string path)
    {
        // Node.js does.
    }

    /// <inheritdoc/>
    public void Write(string path, byte[] content) => _files[path] = content;

    /// <inheritdoc/>
    public void Copy(string source, string path) => Write(path, File.ReadAllBytes(source));

    /// <summary>Compares them with the files on the disk, and forgets them.</summary>
    /// <exception cref="EngineDifferenceException">One is not there, or is another one.</exception>
    public void Compare()
    {
        foreach (var (path, content) in _files)
        {
            var written = File.Exists(path) ? File.ReadAllBytes(path) : [];
            if (!written.AsSpan().SequenceEqual(content))
            {
                throw new EngineDifferenceException($"the native engine and Node.js write {path} differently: {FirstDifference(content, written)}");
            }
        }

        _files.Clear();
    }

    private static string FirstDifference(byte[] native, byte[] node)
    {
        var (ours, theirs) = (Encoding.UTF8.GetString(native).Split('\n'), Encoding.UTF8.GetString(node).Split('\n'));
        var line = ours.Zip(theirs).TakeWhile(each => each.First == each.Second).Count();
        return $"line {line + 1} is '{ours.ElementAtOrDefault(line)?.Trim()}' and '{theirs.ElementAtOrDefault(line)?.Trim()}'";
    }
}
