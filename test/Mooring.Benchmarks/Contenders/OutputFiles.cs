using System.Text.Json;
using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Contenders;

/// <summary>What synthesis wrote into a directory. Files and folders whose names start with a dot are the writer's own and do not count.</summary>
internal static class OutputFiles
{
    /// <summary>The name of the file that holds the Terraform of a stack.</summary>
    public const string StackFile = "cdk.tf.json";

    /// <summary>The paths in a directory, relative to it and sorted.</summary>
    public static IReadOnlyList<string> In(string directory) =>
        [
            .. Directory
                .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(directory, file))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Makes sure that two directories hold the same bytes.</summary>
    /// <param name="directory">One of them.</param>
    /// <param name="reference">The other.</param>
    /// <param name="name">Who wrote the first.</param>
    /// <exception cref="BenchmarkException">They do not; the message names a file.</exception>
    public static void RequireSame(string directory, string reference, string name)
    {
        var files = In(directory);
        var expected = In(reference);
        if (expected.Except(files).FirstOrDefault() is { } missing)
        {
            throw new BenchmarkException($"{name} must write what the others do, and does not write {missing}");
        }

        if (files.Except(expected).FirstOrDefault() is { } additional)
        {
            throw new BenchmarkException($"{name} must write what the others do, and writes {additional} too");
        }

        if (files.FirstOrDefault(file => !IsSame(Path.Combine(directory, file), Path.Combine(reference, file))) is { } different)
        {
            throw new BenchmarkException($"{name} must write what the others do, and writes another {different}");
        }
    }

    /// <summary>How much a directory holds.</summary>
    public static OutputSize SizeOf(string directory)
    {
        var files = In(directory);
        var stacks = files.Where(file => Path.GetFileName(file) == StackFile).ToArray();
        var counts = stacks.Select(stack => Count(Path.Combine(directory, stack))).ToArray();
        return new OutputSize(
            files.Sum(file => new FileInfo(Path.Combine(directory, file)).Length),
            stacks.Length,
            counts.Sum(count => count.Resources),
            counts.Sum(count => count.DataSources)
        );
    }

    private static bool IsSame(string file, string other) => File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private static (int Resources, int DataSources) Count(string stack)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(stack));
        return (CountOf(json.RootElement, "resource"), CountOf(json.RootElement, "data"));
    }

    private static int CountOf(JsonElement stack, string key) =>
        stack.TryGetProperty(key, out var types) ? types.EnumerateObject().Sum(type => type.Value.EnumerateObject().Count()) : 0;
}
