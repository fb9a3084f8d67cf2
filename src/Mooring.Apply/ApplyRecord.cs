using System.Text.Json;
using Mooring.Publishing;

namespace Mooring.Apply;

/// <summary>
/// The stacks that an unfinished apply has brought to what their Terraform says, so that the next one need not plan them again. It is a file in the output
/// directory, <c>.apply.json</c>, with the fingerprint of each stack's Terraform; the apply that comes to its end deletes it.
/// </summary>
internal sealed class ApplyRecord
{
    private const string FileName = ".apply.json";

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly SortedDictionary<string, string> _applied;

    private ApplyRecord(string path, SortedDictionary<string, string> applied) => (_path, _applied) = (path, applied);

    /// <summary>The record in an output directory. One that cannot be read is like none.</summary>
    public static ApplyRecord In(string output)
    {
        var path = Path.Combine(output, FileName);
        return new(path, new(ReadFrom(path) ?? [], StringComparer.Ordinal));
    }

    /// <summary>Whether a stack was applied as it is now.</summary>
    public bool Has(string stack, string fingerprint)
    {
        lock (_lock)
        {
            return _applied.GetValueOrDefault(stack) == fingerprint;
        }
    }

    /// <summary>Notes that a stack is applied.</summary>
    public void Add(string stack, string fingerprint)
    {
        lock (_lock)
        {
            _applied[stack] = fingerprint;
            ReplacedFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(_applied));
        }
    }

    /// <summary>Forgets all.</summary>
    public void Delete()
    {
        lock (_lock)
        {
            _applied.Clear();
            File.Delete(_path);
        }
    }

    private static Dictionary<string, string>? ReadFrom(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
