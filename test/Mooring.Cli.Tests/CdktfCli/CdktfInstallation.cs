using System.Security.Cryptography;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>The official CLI, installed once for each state of its lock file. An incomplete installation is never used.</summary>
/// <param name="root">The parent directory of the installations.</param>
/// <param name="source">The directory of its <c>package.json</c> and <c>package-lock.json</c>.</param>
internal sealed class CdktfInstallation(string root, string source)
{
    private static readonly string[] s_files = ["package.json", "package-lock.json"];

    /// <summary>The directory of the CLI.</summary>
    /// <param name="install">Installs the packages of a directory's lock file into it; throws when it fails.</param>
    public string Ensure(Action<string> install)
    {
        var installed = Path.Combine(
            root,
            Convert.ToHexStringLower(SHA256.HashData(s_files.SelectMany(file => File.ReadAllBytes(Path.Combine(source, file))).ToArray()))[..16]
        );
        if (!Directory.Exists(installed))
        {
            Install(installed, install);
        }

        foreach (var old in Directory.GetFileSystemEntries(root).Where(entry => entry != installed))
        {
            Delete(old);
        }

        return installed;
    }

    private void Install(string installed, Action<string> install)
    {
        var unfinished = Directory.CreateDirectory($"{installed}.unfinished-{Guid.NewGuid():N}").FullName;
        foreach (var file in s_files)
        {
            File.Copy(Path.Combine(source, file), Path.Combine(unfinished, file));
        }

        install(unfinished);
        Directory.Move(unfinished, installed);
    }

    private static void Delete(string old)
    {
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
        else
        {
            File.Delete(old);
        }
    }
}
