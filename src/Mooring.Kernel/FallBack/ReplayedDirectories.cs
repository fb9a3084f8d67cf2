using System.Text.Json;

namespace Mooring.Kernel.FallBack;

/// <summary>
/// The output directories of apps that were synthesized before Node.js took over, and are gone since: moved to where they were published, or deleted.
/// Node.js writes there once more while it hears the conversation, so they exist until it has.
/// </summary>
internal sealed class ReplayedDirectories : IDisposable
{
    private const string App = "\"cdktf.App\"";

    private readonly List<string> _created = [];

    /// <summary>Creates the directories that requests name and that are gone.</summary>
    public ReplayedDirectories(IEnumerable<string> requests)
    {
        foreach (var directory in requests.Where(request => request.Contains(App, StringComparison.Ordinal)).Select(OutputOf).OfType<string>())
        {
            if (TopmostMissing(directory) is { } missing)
            {
                Directory.CreateDirectory(directory);
                _created.Add(missing);
            }
        }
    }

    /// <summary>Removes them.</summary>
    public void Dispose()
    {
        foreach (var directory in _created.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static string? OutputOf(string request)
    {
        using var call = JsonDocument.Parse(request);
        return
            call.RootElement.TryGetProperty("args", out var arguments)
            && arguments.GetArrayLength() == 1
            && arguments[0].TryGetProperty("$jsii.struct", out var config)
            && config.GetProperty("data").TryGetProperty("outdir", out var directory)
            ? directory.GetString()
            : null;
    }

    private static string? TopmostMissing(string directory)
    {
        string? missing = null;
        for (var each = Path.GetFullPath(directory); !Directory.Exists(each); each = Path.GetDirectoryName(each)!)
        {
            missing = each;
        }

        return missing;
    }
}
