using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Packaging.Tests;

/// <summary>The folder that <c>dotnet pack --output</c> fills, from what the build of these tests has built.</summary>
public sealed class FolderFeed : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public FolderFeed()
    {
        var pack = Command.Run(
            Repository.Root,
            FreshMachine.WithoutOuterBuild(),
            "dotnet",
            ["pack", "Stacks.slnx", "--no-build", "--configuration", Built.Path("Configuration"), "--output", Folder]
        );
        if (pack.ExitCode != 0)
        {
            throw new InvalidOperationException(pack.Output + pack.Error);
        }
    }

    /// <summary>Its path.</summary>
    public string Folder => _folder.Path;

    /// <summary>The file of a package.</summary>
    /// <param name="id">Its id.</param>
    public string PackageOf(string id) => Directory.GetFiles(Folder, $"{id}.*.nupkg").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]));

    public void Dispose() => _folder.Dispose();
}

/// <summary>The tests that share the folder.</summary>
[CollectionDefinition(nameof(FolderFeed))]
public sealed class FolderFeedCollection : ICollectionFixture<FolderFeed>;
