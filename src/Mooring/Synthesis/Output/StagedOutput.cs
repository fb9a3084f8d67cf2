using System.Text;
using Mooring.Publishing;

namespace Mooring.Synthesis.Output;

/// <summary>
/// Makes CDKTF write to a staging directory, and replaces the last output when the new one is complete. CDKTF itself writes stack by stack, so that
/// an error in the third stack would leave two new stacks among old ones.
/// </summary>
/// <param name="output">The output directory, which is locked.</param>
/// <param name="files">The file system.</param>
internal sealed class StagedOutput(PublishedDirectory output, IFileSystem files) : IDisposable
{
    private readonly Publication _publication = new(output, files);
    private readonly List<string> _removed = [];

    /// <summary>The directory for CDKTF to write, an absolute path.</summary>
    public string StagingDirectory => _publication.StagingDirectory;

    /// <summary>The folder of a stack in an output directory, or in a staging directory.</summary>
    public static string FolderOf(string output, string stack) => Path.Combine(output, OutputPlace.StacksFolder, stack);

    /// <summary>Moves the stacks of a batch to the staging directory.</summary>
    /// <param name="written">The directory that CDKTF wrote.</param>
    /// <param name="staging">The staging directory.</param>
    /// <returns>CDKTF's manifest entry of each.</returns>
    public static Dictionary<string, string> Gather(string written, string staging)
    {
        var entries = FleetManifest.EntriesIn(written);
        Directory.CreateDirectory(Path.Combine(staging, OutputPlace.StacksFolder));
        foreach (var stack in entries.Keys)
        {
            Directory.Move(FolderOf(written, stack), FolderOf(staging, stack));
        }

        return entries;
    }

    /// <summary>
    /// Replaces the last output with what was staged, as one: where that fails, everything is as it was. Stacks that were not staged stay unchanged,
    /// and so does what Terraform wrote, such as <c>.terraform</c>.
    /// </summary>
    /// <param name="stacks">The stacks that were staged: of each, the paths in its folder of all its files, with their SHA-256.</param>
    /// <param name="manifest">The manifest of all stacks.</param>
    /// <param name="record">The record of the run.</param>
    /// <param name="priorities">The texts of the records of rules' priorities that changed, by their paths.</param>
    /// <exception cref="IOException">It cannot be replaced; it is unchanged.</exception>
    /// <exception cref="UnfinishedPublicationException">It is replaced in part; the next run puts it back.</exception>
    public void Publish(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> stacks,
        string manifest,
        byte[] record,
        IReadOnlyDictionary<string, string> priorities
    )
    {
        foreach (var (beside, text) in priorities)
        {
            _publication.Place(Path.GetFullPath(beside), Encoding.UTF8.GetBytes(text));
        }

        var staged = stacks.ToLookup(stack => IsNew(stack.Key), stack => (Folder: $"{OutputPlace.StacksFolder}/{stack.Key}", Files: stack.Value));
        foreach (var (folder, written) in staged[true])
        {
            _publication.PlaceFolder(folder, Path.Combine(StagingDirectory, folder), written);
        }

        Replace([.. staged[false].Select(stack => (stack.Folder, stack.Files.Keys.Order(StringComparer.Ordinal).ToArray()))]);
        _publication.Place(FleetManifest.FileName, Encoding.UTF8.GetBytes(manifest));
        _publication.Place(OutputPlace.RecordFile, record);
        foreach (var (folder, written) in staged[false])
        {
            Remove(folder, written.Keys);
        }

        _publication.Publish();
        RemoveEmptyFolders();
    }

    /// <summary>
    /// The stacks of an earlier output that are not in the last one. They are not deleted: Terraform still needs their configuration, if only to
    /// destroy their resources.
    /// </summary>
    public static IReadOnlyList<string> Left(string output, IEnumerable<string> stacks) =>
        [
            .. Directory
                .GetDirectories(Path.Combine(output, OutputPlace.StacksFolder))
                .Where(directory => File.Exists(Path.Combine(directory, OutputPlace.StackFile)))
                .Select(directory => Path.GetFileName(directory)!)
                .Except(stacks)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Removes the staging directory, published or not.</summary>
    public void Dispose() => _publication.Dispose();

    private bool IsNew(string stack) => files.KindOf(FolderOf(output.Path, stack)) == FileKind.None;

    /// <summary>
    /// Replaces the files of stacks. Terraform refers to its assets, whose paths have the hash of their contents: it finds the old ones or the new ones at
    /// every moment.
    /// </summary>
    private void Replace((string Folder, string[] Files)[] stacks)
    {
        foreach (var (folder, file) in stacks.SelectMany(stack => stack.Files.Select(file => (stack.Folder, File: file))).OrderBy(IsOutside))
        {
            _publication.Place($"{folder}/{file}", Path.Combine(StagingDirectory, folder, file));
        }
    }

    private static bool IsOutside((string Folder, string File) staged) => !staged.File.StartsWith($"{OutputPlace.AssetsFolder}/", StringComparison.Ordinal);

    /// <summary>Removes what else is in the assets of a stack: Terraform installs whatever it finds there.</summary>
    private void Remove(string folder, IEnumerable<string> written)
    {
        foreach (
            var file in FilesIn(Path.Combine(output.Path, folder, OutputPlace.AssetsFolder))
                .Select(file => $"{OutputPlace.AssetsFolder}/{file}")
                .Except(written)
        )
        {
            _publication.Remove($"{folder}/{file}");
            _removed.Add($"{folder}/{file}");
        }
    }

    private void RemoveEmptyFolders()
    {
        foreach (var folder in _removed.SelectMany(file => output.FoldersOf(file).Skip(3)).Distinct().OrderByDescending(folder => folder.Length))
        {
            try
            {
                Directory.Delete(output.PathOf(folder));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It still has files, or cannot be deleted; an empty folder harms nobody.
            }
        }
    }

    /// <summary>The files in a folder and below, with paths in it. A link is one of them, and is not followed.</summary>
    private IEnumerable<string> FilesIn(string folder)
    {
        if (files.KindOf(folder) != FileKind.Directory)
        {
            return [];
        }

        return Directory
            .EnumerateFileSystemEntries(folder)
            .SelectMany(entry =>
                files.KindOf(entry) == FileKind.Directory ? FilesIn(entry).Select(file => $"{Path.GetFileName(entry)}/{file}") : [Path.GetFileName(entry)]
            )
            .Order(StringComparer.Ordinal);
    }
}
