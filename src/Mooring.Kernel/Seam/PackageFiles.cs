using System.Reflection;

namespace Mooring.Kernel.Seam;

/// <summary>The npm packages that the assemblies carry. Only Node.js reads them, so they are written when it is started.</summary>
/// <remarks>Each is written once: jsii asks for it in every session, and a Node.js of another thread may be reading it.</remarks>
internal sealed class PackageFiles
{
    private readonly Dictionary<string, (Assembly Assembly, string Resource)> _waiting = [];
    private readonly HashSet<string> _known = [];
    private readonly string _folder = $"mooring-packages-{Path.GetRandomFileName()}";
    private bool _isWriting;

    /// <summary>The path of a resource of an assembly, as a file.</summary>
    public string PathOf(Assembly assembly, string resource)
    {
        var path = Path.Combine(Directory, resource);
        lock (_waiting)
        {
            if (_known.Add(path))
            {
                _waiting.Add(path, (assembly, resource));
            }

            if (_isWriting)
            {
                Write();
            }
        }

        return path;
    }

    /// <summary>Writes the files that were asked for, and from now on each at once.</summary>
    public void Write()
    {
        lock (_waiting)
        {
            _isWriting = true;
            foreach (var (path, (assembly, resource)) in _waiting)
            {
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var content = assembly.GetManifestResourceStream(resource)!;
                using var file = File.Create(path);
                content.CopyTo(file);
            }

            _waiting.Clear();
        }
    }

    private string Directory => Path.Combine(Path.GetTempPath(), _folder);
}
