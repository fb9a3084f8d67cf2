using DiffPlex.Renderer;

namespace Mooring.Testing;

/// <summary>
/// A folder of reviewed texts, such as synthesized Terraform. A test fails when a text differs from the reviewed one, and the received one is written
/// beside it. With the environment variable <c>ACCEPT_SNAPSHOTS</c> a difference is accepted instead: <c>dotnet test -e ACCEPT_SNAPSHOTS=1</c>.
/// </summary>
/// <param name="path">Path of the folder.</param>
public sealed class SnapshotFolder(string path)
{
    /// <summary>When this variable is set, a difference is accepted instead of reported.</summary>
    public const string AcceptVariable = "ACCEPT_SNAPSHOTS";

    private const string HowToAccept = $"read the difference, and when it is what you want, accept it with: dotnet test -e {AcceptVariable}=1";

    /// <summary>Path of the folder.</summary>
    public string Path { get; } = path;

    /// <summary>Finds a folder beside the program that runs, or above it: from <c>bin/</c> that is the folder of the project, or of the repository.</summary>
    /// <param name="name">Name of the folder, such as <c>main.tf.json.snapshots</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says where it was looked for.</exception>
    public static SnapshotFolder Find(string name)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (Directory.Exists(System.IO.Path.Combine(directory.FullName, name)))
            {
                return new SnapshotFolder(System.IO.Path.Combine(directory.FullName, name));
            }
        }

        throw new DirectoryNotFoundException($"there is no folder '{name}' in {AppContext.BaseDirectory} or above: create it, empty");
    }

    /// <summary>Compares a text with the snapshot <c>&lt;name&gt;.verified.json</c>.</summary>
    /// <param name="name">Name of the snapshot, which may begin with folders: <c>LoadBalancing/TargetGroup</c>.</param>
    /// <param name="received">The text.</param>
    /// <exception cref="SnapshotException">It differs; <c>&lt;name&gt;.received.json</c> has it.</exception>
    public void Verify(string name, string received) => Verify(name, $"{name}.verified.json", $"{name}.received.json", received);

    /// <summary>Compares a text with a file that keeps its name, such as <c>cdk.tf.json</c>.</summary>
    /// <param name="file">Path of the file in the folder.</param>
    /// <param name="received">The text.</param>
    /// <exception cref="SnapshotException">It differs; the text is in a file beside it, with <c>.received</c> in its name.</exception>
    public void VerifyFile(string file, string received) =>
        Verify(file, file, System.IO.Path.ChangeExtension(file, $".received{System.IO.Path.GetExtension(file)}"), received);

    /// <summary>Compares files with those of a folder in this one, which has these files and no others.</summary>
    /// <param name="name">Name of the folder.</param>
    /// <param name="received">The texts, by path in the folder, with slashes.</param>
    /// <exception cref="SnapshotException">A file differs, is missing, or is not among the texts.</exception>
    public void VerifyDirectory(string name, IReadOnlyDictionary<string, string> received)
    {
        foreach (var (file, text) in received)
        {
            VerifyFile($"{name}/{file}", text);
        }

        var stale = FilesOf(System.IO.Path.Combine(Path, name)).Where(file => !received.ContainsKey(file)).ToArray();
        if (stale.Length > 0 && !Accepts)
        {
            throw new SnapshotException($"{name} no longer has {string.Join(", ", stale)}; {HowToAccept}");
        }

        Array.ForEach(stale, file => File.Delete(System.IO.Path.Combine(Path, name, file)));
    }

    /// <summary>
    /// Compares what a fleet file synthesizes with the snapshots in a folder, which has no others: <c>&lt;stack&gt;.verified.json</c> for each stack, and
    /// <c>manifest.verified.json</c>, which has their order.
    /// </summary>
    /// <param name="name">Name of the folder.</param>
    /// <param name="fleetFile">Path of the fleet file.</param>
    /// <exception cref="SnapshotException">A stack differs, is new, or is gone.</exception>
    /// <exception cref="Fleet.Faults.FleetException">The file has faults.</exception>
    public void VerifyFleet(string name, string fleetFile) =>
        VerifyDirectory(
            name,
            SynthesizedFiles
                .OfFleet(fleetFile)
                .Where(file => SnapshotOf(file.Key) is not null)
                .ToDictionary(file => $"{SnapshotOf(file.Key)}.verified.json", file => file.Value)
        );

    /// <summary>What the snapshot of a synthesized file is called; the charts have none, as they are those of the library.</summary>
    private static string? SnapshotOf(string file) =>
        file.Split('/') switch
        {
            ["manifest.json"] => "manifest",
            ["stacks", var stack, "cdk.tf.json"] => stack,
            _ => null,
        };

    private static bool Accepts => Environment.GetEnvironmentVariable(AcceptVariable) is { Length: > 0 };

    private static IEnumerable<string> FilesOf(string folder) =>
        (Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [])
            .Select(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Contains(".received", StringComparison.Ordinal));

    private void Verify(string name, string verifiedFile, string receivedFile, string received)
    {
        var (verifiedPath, receivedPath) = (System.IO.Path.Combine(Path, verifiedFile), System.IO.Path.Combine(Path, receivedFile));
        var text = received.TrimEnd('\n') + '\n';
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : string.Empty;
        if (text != verified)
        {
            Write(Accepts ? verifiedPath : receivedPath, text);
        }

        if (text == verified || Accepts)
        {
            File.Delete(receivedPath);
            return;
        }

        var difference = UnidiffRenderer.GenerateUnidiff(verified, text, $"{name} (reviewed)", $"{name} (received)");
        throw new SnapshotException($"{name} differs; {HowToAccept}\n{difference}");
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
