namespace Mooring.TestKit.Programs;

/// <summary>The program as a user runs it from a shell: in its own process, in a directory outside of the repository.</summary>
public abstract class ProgramTest : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    /// <summary>The working directory.</summary>
    protected string Folder => _directory.Path;

    /// <summary>Environment variables to add; null removes one.</summary>
    protected Dictionary<string, string?> Variables { get; } =
        new()
        {
            ["CDKTF_OUTDIR"] = null,
            // 2026-11-27: the versions of Kubernetes in the samples are supported.
            ["SOURCE_DATE_EPOCH"] = "1795737600",
        };

    public void Dispose()
    {
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes a file into the directory.</summary>
    protected string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Runs the program.</summary>
    private protected Command Run(params string[] arguments) => Command.Run(Folder, Variables, "dotnet", [Executable, .. arguments]);

    /// <summary>The program, for <c>dotnet</c>.</summary>
    protected static string Executable => Path.Combine(AppContext.BaseDirectory, "Stacks.dll");
}
