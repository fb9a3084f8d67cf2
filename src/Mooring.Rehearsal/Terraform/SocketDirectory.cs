using System.Text;
using Mooring.Jsii;
using Mooring.Publishing;

namespace Mooring.Rehearsal.Terraform;

/// <summary>The directory of the sockets that Terraform reaches the stand-ins on.</summary>
internal static class SocketDirectory
{
    private const string ShortParent = "/tmp";

    /// <summary>The longest path of a socket in bytes, on macOS; Linux allows 107.</summary>
    /// <seealso href="https://man7.org/linux/man-pages/man7/unix.7.html"/>
    private const int LongestSocket = 103;

    /// <summary>The length of the directory's name and the socket's.</summary>
    private const int LongestName = 32;

    /// <summary>Creates it in the directory for temporary files, or in <c>/tmp</c> where the path of that is too long.</summary>
    public static OwnedDirectory Create()
    {
        var parent = Path.GetTempPath();
        if (!OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(Path.GetFullPath(parent)) + LongestName > LongestSocket)
        {
            parent = ShortParent;
            OwnedDirectory.RemoveAbandoned(parent, JsiiTemporaryFiles.Prefix);
        }

        return OwnedDirectory.Create(parent, JsiiTemporaryFiles.Prefix);
    }
}
