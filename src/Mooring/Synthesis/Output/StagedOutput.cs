namespace Mooring.Synthesis.Output;

/// <summary>
/// Makes CDKTF write to a staging directory, and replaces the last output when the new one is complete. CDKTF itself writes stack by stack, so that
/// an error in the third stack would leave two new stacks among old ones.
/// </summary>
internal sealed class StagedOutput : IDisposable
{
    /// <summary>The folder in an output directory that has a folder for each stack.</summary>
    public const string StacksFolder = "stacks";

    /// <summary>The Terraform of a stack.</summary>
    public const string StackFile = "cdk.tf.json";

    /// <summary>The folder in a stack's folder for files that its Terraform refers to.</summary>
    public const string AssetsFolder = "assets";

    private const string StagingPrefix = ".staging-";

    private readonly string _output;

    /// <summary>Prepares a staging directory inside an output directory.</summary>
    /// <param name="output">The output directory, which is locked: anything staged there is from a run that was killed.</param>
    public StagedOutput(string output)
    {
        _output = output;
        StagingDirectory = Path.Combine(Path.GetFullPath(output), $"{StagingPrefix}{Path.GetRandomFileName()}");
        RemoveAbandoned(output);
        Directory.CreateDirectory(StagingDirectory);
    }

    /// <summary>The directory for CDKTF to write, an absolute path.</summary>
    public string StagingDirectory { get; }

    /// <summary>The folder of a stack in an output directory, or in a staging directory.</summary>
    public static string FolderOf(string output, string stack) => Path.Combine(output, StacksFolder, stack);

    /// <summary>Moves the stacks that a worker wrote to the staging directory.</summary>
    /// <param name="written">The directory that CDKTF wrote.</param>
    /// <param name="staging">The staging directory.</param>
    /// <returns>CDKTF's manifest entry of each.</returns>
    public static Dictionary<string, string> Gather(string written, string staging)
    {
        var entries = FleetManifest.EntriesIn(written);
        Directory.CreateDirectory(Path.Combine(staging, StacksFolder));
        foreach (var stack in entries.Keys)
        {
            Directory.Move(FolderOf(written, stack), FolderOf(staging, stack));
        }

        return entries;
    }

    /// <summary>Replaces the last output with what was staged. Stacks that were not staged stay unchanged.</summary>
    /// <param name="stacks">Names of the stacks that were staged.</param>
    /// <param name="manifest">The manifest of all stacks.</param>
    public void Publish(IEnumerable<string> stacks, string manifest)
    {
        foreach (var stack in stacks)
        {
            Replace(FolderOf(StagingDirectory, stack), FolderOf(_output, stack));
        }

        var staged = Path.Combine(StagingDirectory, FleetManifest.FileName);
        File.WriteAllText(staged, manifest);
        File.Move(staged, Path.Combine(_output, FleetManifest.FileName), overwrite: true);
    }

    /// <summary>
    /// The stacks of an earlier output that are not in the last one. They are not deleted: Terraform still needs their configuration, if only to
    /// destroy their resources.
    /// </summary>
    public static IReadOnlyList<string> Left(string output, IEnumerable<string> stacks) =>
        [
            .. Directory
                .GetDirectories(Path.Combine(output, StacksFolder))
                .Where(directory => File.Exists(Path.Combine(directory, StackFile)))
                .Select(directory => Path.GetFileName(directory)!)
                .Except(stacks)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Removes the staging directory, published or not.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(StagingDirectory, recursive: true);
        }
        catch (IOException)
        {
            // A run that was stopped does not wait for CDKTF, which may still write. The next run removes it.
        }
    }

    /// <summary>
    /// Moves the files of a stack over those of the last output, and leaves what Terraform wrote, such as <c>.terraform</c>. The assets come
    /// first, because the Terraform refers to them.
    /// </summary>
    private static void Replace(string staged, string published)
    {
        Directory.CreateDirectory(published);
        var assets = Path.Combine(published, AssetsFolder);
        if (Directory.Exists(assets))
        {
            Directory.Delete(assets, recursive: true);
        }

        foreach (var directory in Directory.GetDirectories(staged))
        {
            Directory.Move(directory, Path.Combine(published, Path.GetFileName(directory)));
        }

        foreach (var file in Directory.GetFiles(staged))
        {
            File.Move(file, Path.Combine(published, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static void RemoveAbandoned(string output)
    {
        foreach (var directory in Directory.GetDirectories(output, $"{StagingPrefix}*"))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
