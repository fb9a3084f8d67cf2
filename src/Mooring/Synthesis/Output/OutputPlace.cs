using Mooring.Publishing;

namespace Mooring.Synthesis.Output;

/// <summary>Where a run writes: which files of an output directory are its own.</summary>
internal static class OutputPlace
{
    /// <summary>The folder in an output directory that has a folder for each stack.</summary>
    public const string StacksFolder = "stacks";

    /// <summary>The Terraform of a stack.</summary>
    public const string StackFile = "cdk.tf.json";

    /// <summary>The folder in a stack's folder for files that its Terraform refers to.</summary>
    public const string AssetsFolder = "assets";

    /// <summary>The record of a run.</summary>
    public const string RecordFile = ".synthesis.json";

    private const string Remedy =
        "It keeps the priorities of rules that have none in the fleet file: synthesize once where it can be written and commit it, or give each rule a "
        + "'priority'.";

    // What CDKTF writes for a stack, the last two with SYNTH_HCL_OUTPUT.
    private static readonly string[] s_stackFiles = [StackFile, "cdk.tf", "metadata.json"];

    /// <summary>An output directory.</summary>
    /// <param name="directory">Its path.</param>
    /// <param name="priorities">Paths of the records of rules' priorities, where the fleets are from files.</param>
    public static PublishedDirectory Of(string directory, params IEnumerable<string> priorities) =>
        new(directory)
        {
            IsOurs = IsOurs,
            Beside = [.. priorities.Select(Path.GetFullPath)],
            Remedy = Remedy,
        };

    private static bool IsOurs(string path) =>
        path.Split('/') switch
        {
            [FleetManifest.FileName] or [RecordFile] => true,
            [StacksFolder] or [StacksFolder, _] or [StacksFolder, _, AssetsFolder, ..] => true,
            [StacksFolder, _, var file] => s_stackFiles.Contains(file),
            _ => false,
        };
}
