namespace Mooring.TestKit.Programs;

/// <summary>The program as it is run from a shell: in a process of its own, in a directory that is not the repository.</summary>
public abstract class ProgramTest : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    /// <summary>The directory that it is run in.</summary>
    protected string Folder => _directory.Path;

    /// <summary>What the environment has beside what it has here; null is a variable that it does not have.</summary>
    protected Dictionary<string, string?> Variables { get; } = new() { ["CDKTF_OUTDIR"] = null };

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
