using Mooring.Publishing;
using Mooring.Stacks;
using Mooring.Synthesis.Output;

namespace Mooring.Synthesis.Reuse;

/// <summary>The inputs and the outputs of a stack, which decide whether it is reused.</summary>
internal sealed record StackRecord
{
    /// <summary>Fingerprint of its slice.</summary>
    public required string Slice { get; init; }

    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Name in the fleet of the load balancer or the cluster that it is for; empty for the stack of the whole fleet.</summary>
    public required string Subject { get; init; }

    /// <summary>Names of the stacks that are applied before it.</summary>
    public required IReadOnlyList<string> Dependencies { get; init; }

    /// <summary>How many resources it has.</summary>
    public required int Resources { get; init; }

    /// <summary>CDKTF's manifest entry of it.</summary>
    public required string Entry { get; init; }

    /// <summary>Fingerprints of its files, by their paths in its folder.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>The fingerprint of a stack's inputs.</summary>
    public static string SliceOf(PlannedStack stack) => Fingerprint.Of([stack.Name, Fingerprint.Of(stack.SliceBytes)]);

    /// <summary>Records the output of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="slice">Fingerprint of its slice.</param>
    /// <param name="entry">CDKTF's manifest entry of it.</param>
    /// <param name="folder">The folder that it was written to.</param>
    /// <param name="resources">How many resources it has.</param>
    public static StackRecord Of(PlannedStack stack, string slice, string entry, string folder, int resources) =>
        new()
        {
            Slice = slice,
            Kind = stack.Kind.Name,
            Subject = stack.Subject,
            Dependencies = stack.Dependencies,
            Entry = entry,
            Resources = resources,
            Files = FilesIn(folder).ToDictionary(file => file, file => Fingerprint.OfFile(Path.Combine(folder, file))!),
        };

    /// <summary>Whether the next run takes its files as they are: neither its slice nor a file has changed.</summary>
    /// <param name="slice">Fingerprint of the slice that it would be made from.</param>
    /// <param name="folder">The folder that its files are in.</param>
    public bool IsReusable(string slice, string folder) => Slice == slice && IsIntactIn(folder);

    /// <summary>Whether all files still exist unchanged, and no file was added to the assets.</summary>
    /// <param name="folder">The folder that they are in.</param>
    public bool IsIntactIn(string folder) =>
        Files.All(file => Fingerprint.OfFile(Path.Combine(folder, file.Key)) == file.Value)
        && FilesIn(Path.Combine(folder, OutputPlace.AssetsFolder)).All(file => Files.ContainsKey($"{OutputPlace.AssetsFolder}/{file}"));

    /// <summary>Whether a run could have written it for a stack: its file can be edited, and its paths are opened.</summary>
    /// <param name="stack">Name of the stack.</param>
    public bool IsValidFor(string stack) =>
        Slice is not null
        && Subject is not null
        // Where there are several fleets, the name of one is in front of it.
        && StackKind.All.FirstOrDefault(kind => kind.Name == Kind)?.StackOf(Subject) is { } name
        && stack.Contains(name, StringComparison.Ordinal)
        && PublishedDirectory.IsInside(stack)
        && !stack.Contains('/', StringComparison.Ordinal)
        && Dependencies?.All(name => name is not null) == true
        && Files?.Keys.All(PublishedDirectory.IsInside) == true
        && FleetManifest.IsEntryOf(stack, Entry);

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            : [];
}
