using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;

namespace Mooring.Tests.Fleet.Reading;

/// <summary>A base, which is <see cref="SmallFleet"/>, and files that extend it, in a folder of their own.</summary>
internal sealed class StageFiles : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public StageFiles() => Write("base.yaml", SmallFleet.Text);

    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>The fleet of a stage that extends the base and has these lines besides.</summary>
    public FleetSpec Read(string lines)
    {
        Write("stages/test.yaml", $"extends: ../base.yaml\n{lines}");
        return FleetFile.Read(PathOf("stages/test.yaml"));
    }

    /// <summary>The faults of a stage that extends the base and has these lines besides, with the paths of files from the folder.</summary>
    public IReadOnlyList<string> FaultsOf(string lines)
    {
        Write("stages/test.yaml", $"extends: ../base.yaml\n{lines}");
        return FaultsOfFile("stages/test.yaml");
    }

    public IReadOnlyList<string> FaultsOfFile(string file)
    {
        try
        {
            _ = FleetFile.Read(PathOf(file));
            return [];
        }
        catch (FleetException exception)
        {
            return [.. exception.Faults.Select(fault => $"{fault}".Replace($"{Folder}/", string.Empty, StringComparison.Ordinal))];
        }
    }
}
