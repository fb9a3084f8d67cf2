using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Floor;

/// <summary>
/// Writes an output again, and does nothing else: the stacks with System.Text.Json, the rest as it is. The manifest belongs to the rest: CDKTF
/// writes an empty list over two lines there, and System.Text.Json cannot.
/// </summary>
internal static class WriteFloor
{
    private static readonly JsonWriterOptions s_asCdktfWrites = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Reads the files, then writes them.</summary>
    /// <returns>The time for writing.</returns>
    public static Timing Run(string source, string target)
    {
        var files = OutputFiles.In(source);
        (string Path, JsonDocument Json)[] documents =
        [
            .. files.Where(IsStack).Select(file => (Path.Combine(target, file), JsonDocument.Parse(File.ReadAllBytes(Path.Combine(source, file))))),
        ];
        (string Path, byte[] Bytes)[] others =
        [
            .. files.Where(file => !IsStack(file)).Select(file => (Path.Combine(target, file), File.ReadAllBytes(Path.Combine(source, file)))),
        ];

        var before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        foreach (var (path, json) in documents)
        {
            Write(path, json);
        }

        foreach (var (path, bytes) in others)
        {
            CreateFolderOf(path);
            File.WriteAllBytes(path, bytes);
        }

        return new Timing(clock.Elapsed, Environment.CpuUsage.TotalTime - before);
    }

    private static void Write(string path, JsonDocument json)
    {
        CreateFolderOf(path);
        using var stream = File.Create(path);
        using var writer = new Utf8JsonWriter(stream, s_asCdktfWrites);
        json.WriteTo(writer);
    }

    private static bool IsStack(string file) => Path.GetFileName(file) == OutputFiles.StackFile;

    private static void CreateFolderOf(string path) => Directory.CreateDirectory(Path.GetDirectoryName(path)!);
}
