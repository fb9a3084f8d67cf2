using Mooring.Fleet.Reading;

namespace Mooring.Rehearsal.Steps;

/// <summary>What the commands of steps call the files.</summary>
/// <param name="Directory">The directory of the steps: <c>steps</c>.</param>
/// <param name="FleetFile">The fleet file, which each step replaces: <c>fleet.yaml</c>.</param>
public sealed record StepFolderNames(string Directory, string FleetFile)
{
    private const string Default = "fleet.yaml";

    /// <summary>Name of the fleet file, without its directory.</summary>
    public string File => Path.GetFileName(FleetFile);

    /// <summary>Name of the record of its priorities, without its directory.</summary>
    public string PrioritiesFile => Path.GetFileName(PriorityRecordFile.PathFor(FleetFile));

    /// <summary>The command that puts the files of a folder in place.</summary>
    /// <param name="files">The files, in the directory of the steps.</param>
    public string Copy(string files) => $"cp {Directory}/{files} {(Path.GetDirectoryName(FleetFile) is { Length: > 0 } place ? place : ".")}";

    /// <summary>The command that synthesizes.</summary>
    public string Synthesize => Program.With(Argument);

    /// <summary>The command that writes the directory of Argo CD.</summary>
    public string GitOps => Program.With("gitops", Argument);

    /// <summary>How the user starts the program.</summary>
    /// <value>Defaults to the project of the repository.</value>
    internal ProgramCommand Program { get; init; } = ProgramCommand.DotnetRun;

    private string Argument => FleetFile == Default ? string.Empty : FleetFile;
}
