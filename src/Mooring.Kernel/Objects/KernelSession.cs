using Mooring.Kernel.Classes;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Objects;

/// <summary>What one conversation knows: the packages, the objects and the tokens.</summary>
internal sealed class KernelSession
{
    /// <summary>Begins a conversation.</summary>
    /// <param name="files">Where files are written.</param>
    public KernelSession(IOutputFiles files) => (Files, Wire) = (files, new(Packages, Objects));

    /// <summary>Where files are written.</summary>
    public IOutputFiles Files { get; }

    /// <summary>What the packages have.</summary>
    public PackageCatalog Packages { get; } = PackageCatalog.Instance;

    /// <summary>The objects.</summary>
    public ObjectTable Objects { get; } = new();

    /// <summary>The tokens.</summary>
    public TokenTable Tokens { get; } = new();

    /// <summary>Reads values.</summary>
    public WireReader Wire { get; }
}
