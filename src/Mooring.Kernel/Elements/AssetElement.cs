using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>A directory that is copied into the output, beside the stack that uses it.</summary>
internal sealed class AssetElement : ConstructObject
{
    /// <summary>Its class in jsii.</summary>
    public const string TypeName = "cdktf.TerraformAsset";

    private readonly string _source;
    private readonly string _hash;
    private string? _path;

    /// <summary>Creates an asset.</summary>
    public AssetElement(ConstructObject scope, string id, MapValue config)
        : base(TypeName, scope, id)
    {
        if (
            config.Of("path") is not string path
            || !System.IO.Path.IsPathFullyQualified(path)
            || config.Of("type") is not "DIRECTORY"
            || config.Count != 2
            || !Directory.Exists(path)
        )
        {
            throw new UnknownException("assets other than directories");
        }

        (_source, _hash) = (path, AssetFiles.HashOf(path));
    }

    /// <summary>Where it is, seen from the stack's own directory.</summary>
    public string RelativePath => _path ??= $"assets/{UniqueId.Of(this)}/{_hash}";

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property switch
        {
            "path" => RelativePath,
            "assetHash" => _hash,
            _ => base.Get(property, session),
        };

    /// <summary>Copies it.</summary>
    /// <param name="stackDirectory">The directory of its stack.</param>
    /// <param name="files">Where it is written.</param>
    public void CopyTo(string stackDirectory, IOutputFiles files) => AssetFiles.Copy(_source, System.IO.Path.Combine(stackDirectory, RelativePath), files);
}
