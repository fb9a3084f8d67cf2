namespace Mooring.Stacks;

/// <summary>
/// Lets CDKTF write beside the last output, and puts the new one in its place when it is complete. CDKTF itself writes
/// stack by stack, so that an error in the third would leave two new stacks among old ones.
/// </summary>
internal sealed class StagedOutput : IDisposable
{
    /// <summary>The folder in an output directory that has a folder for each stack.</summary>
    public const string StacksFolder = "stacks";

    /// <summary>The Terraform of a stack.</summary>
    public const string StackFile = "cdk.tf.json";

    private const string AssetsFolder = "assets";
    private const string ManifestFile = "manifest.json";
    private const string StagingPrefix = ".staging-";

    /// <summary>A staging directory of this age belongs to a run that was killed.</summary>
    private static readonly TimeSpan s_abandonedAge = TimeSpan.FromHours(1);

    private readonly string _output;

    /// <summary>Prepares a staging directory inside an output directory.</summary>
    public StagedOutput(string output)
    {
        _output = output;
        StagingDirectory = Path.Combine(Path.GetFullPath(output), $"{StagingPrefix}{Path.GetRandomFileName()}");
        RemoveAbandoned(output);
        Directory.CreateDirectory(StagingDirectory);
    }

    /// <summary>Where CDKTF is to write, an absolute path.</summary>
    public string StagingDirectory { get; }

    /// <summary>Puts what was staged in the place of the last output.</summary>
    /// <returns>The names of the stacks, sorted.</returns>
    public IReadOnlyList<string> Publish()
    {
        var stacks = Directory.GetDirectories(Path.Combine(StagingDirectory, StacksFolder)).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToArray();
        foreach (var stack in stacks)
        {
            Replace(Path.Combine(StagingDirectory, StacksFolder, stack), StackDirectory(stack));
        }

        File.Move(Path.Combine(StagingDirectory, ManifestFile), Path.Combine(_output, ManifestFile), overwrite: true);
        return stacks;
    }

    /// <summary>
    /// The stacks of an earlier output that the staged one does not have. They stay where they are: Terraform still needs
    /// their configuration, if only to destroy what they made.
    /// </summary>
    public IReadOnlyList<string> Left(IReadOnlyList<string> stacks)
        => [.. Directory.GetDirectories(Path.Combine(_output, StacksFolder))
            .Where(directory => File.Exists(Path.Combine(directory, StackFile)))
            .Select(directory => Path.GetFileName(directory)!)
            .Except(stacks)
            .Order(StringComparer.Ordinal)];

    /// <summary>Removes the staging directory, published or not.</summary>
    public void Dispose() => Directory.Delete(StagingDirectory, recursive: true);

    private string StackDirectory(string stack) => Path.Combine(_output, StacksFolder, stack);

    /// <summary>Moves the files of a stack over those of the last output.</summary>
    private static void Replace(string staged, string published)
    {
        RemoveSynthesized(published);
        Directory.CreateDirectory(published);
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
        if (Directory.Exists(output))
        {
            foreach (var directory in Directory.GetDirectories(output, $"{StagingPrefix}*").Where(directory => DateTime.UtcNow - Directory.GetLastWriteTimeUtc(directory) > s_abandonedAge))
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    /// <summary>Removes from a stack's folder what CDKTF wrote, and leaves what Terraform did, such as <c>.terraform</c>.</summary>
    private static void RemoveSynthesized(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        var assets = Path.Combine(directory, AssetsFolder);
        if (Directory.Exists(assets))
        {
            Directory.Delete(assets, recursive: true);
        }

        File.Delete(Path.Combine(directory, StackFile));
    }
}
