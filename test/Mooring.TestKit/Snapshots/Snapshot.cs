namespace Mooring.TestKit.Snapshots;

/// <summary>Compares synthesized Terraform with the reviewed snapshot in <c>main.tf.json.snapshots/</c>.</summary>
internal static class Snapshot
{
    /// <summary>The folder of the snapshots.</summary>
    public const string Folder = "main.tf.json.snapshots";

    private static readonly SnapshotFolder s_repository = new(Repository.Root);
    private static readonly SnapshotFolder s_snapshots = new(Repository.PathOf(Folder));

    /// <summary>Fails unless the text is the snapshot's.</summary>
    public static void Verify(string name, string received) => s_snapshots.Verify(name, received);

    /// <summary>Fails unless the text is that of a file that is generated from the code, such as a reference.</summary>
    public static void VerifyFile(string file, string received) => s_repository.VerifyFile(file, received);

    /// <summary>Fails unless the files are those of a folder of snapshots, which has their names and no others.</summary>
    public static void VerifyDirectory(string name, IReadOnlyDictionary<string, string> received) => s_snapshots.VerifyDirectory(name, received);
}
