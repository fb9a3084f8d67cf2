using DiffPlex.Renderer;
using Xunit.Sdk;

namespace Mooring.TestKit.Snapshots;

/// <summary>
/// Compares synthesized Terraform with the reviewed snapshot: <c>main.tf.json.snapshots/&lt;name&gt;.verified.json</c>. A difference fails the test
/// and writes <c>&lt;name&gt;.received.json</c> next to it.
/// </summary>
internal static class Snapshot
{
    /// <summary>The folder of the snapshots.</summary>
    public const string Folder = "main.tf.json.snapshots";

    /// <summary>When this variable is set, a difference is accepted instead of reported.</summary>
    public const string AcceptVariable = "ACCEPT_SNAPSHOTS";

    private const string HowToAccept = "read the difference, and when it is what you want, accept it with: dotnet test -e ACCEPT_SNAPSHOTS=1";

    /// <summary>Fails unless the text is the snapshot's.</summary>
    public static void Verify(string name, string received) =>
        Verify(name, Repository.PathOf(Folder, $"{name}.verified.json"), Repository.PathOf(Folder, $"{name}.received.json"), received);

    /// <summary>Fails unless the text is that of a file that is generated from the code, such as a reference.</summary>
    public static void VerifyFile(string file, string received) =>
        Verify(file, Repository.PathOf(file), Repository.PathOf(Path.ChangeExtension(file, $".received{Path.GetExtension(file)}")), received);

    /// <summary>Fails unless the files are those of a folder of snapshots, which has their names and no others.</summary>
    public static void VerifyDirectory(string name, IReadOnlyDictionary<string, string> received)
    {
        var folder = Repository.PathOf(Folder, name);
        foreach (var (path, text) in received)
        {
            VerifyFile($"{Folder}/{name}/{path}", text);
        }

        var stale = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file =>
                !received.ContainsKey(Path.GetRelativePath(folder, file).Replace('\\', '/')) && !file.Contains(".received", StringComparison.Ordinal)
            )
            .ToArray();
        if (stale.Length > 0 && Environment.GetEnvironmentVariable(AcceptVariable) is not { Length: > 0 })
        {
            throw new XunitException($"{name} no longer has {string.Join(", ", stale.Select(file => Path.GetRelativePath(folder, file)))}; {HowToAccept}");
        }

        Array.ForEach(stale, File.Delete);
    }

    private static void Verify(string name, string verifiedFile, string receivedFile, string received)
    {
        received = received.TrimEnd('\n') + '\n';
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : string.Empty;
        if (received == verified)
        {
            File.Delete(receivedFile);
        }
        else if (Environment.GetEnvironmentVariable(AcceptVariable) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(verifiedFile)!);
            File.WriteAllText(verifiedFile, received);
            File.Delete(receivedFile);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(receivedFile)!);
            File.WriteAllText(receivedFile, received);
            throw new XunitException($"{name} differs; {HowToAccept}\n{Difference(name, verified, received)}");
        }
    }

    /// <summary>A unified diff from the reviewed text to the received one.</summary>
    private static string Difference(string name, string verified, string received) =>
        UnidiffRenderer.GenerateUnidiff(verified, received, $"{name} (reviewed)", $"{name} (received)");
}
