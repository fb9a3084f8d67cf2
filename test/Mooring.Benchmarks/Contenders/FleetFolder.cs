using Mooring.Benchmarks.Fleets;

namespace Mooring.Benchmarks.Contenders;

/// <summary>A directory with a fleet, the fleet after a change, and what is written for them.</summary>
internal sealed class FleetFolder
{
    private readonly string _path;
    private int _outputs;

    /// <summary>Makes the directory.</summary>
    public FleetFolder(string path, FleetDocument fleet)
    {
        _path = path;
        Directory.CreateDirectory(path);
        File.WriteAllText(Fleet, fleet.ToString());
        File.WriteAllText(ChangedFleet, fleet.WithOneClusterUpgraded().ToString());
    }

    /// <summary>The fleet file.</summary>
    public string Fleet => Path.Combine(_path, "fleet.yaml");

    /// <summary>The fleet file with one cluster changed.</summary>
    public string ChangedFleet => Path.Combine(_path, "changed.yaml");

    /// <summary>Where a contender writes.</summary>
    public string OutputOf(string contender) => Path.Combine(_path, contender);

    /// <summary>Where what everybody must write is kept.</summary>
    /// <param name="fleet">One of the two fleet files.</param>
    public string ReferenceOf(string fleet) => OutputOf($"reference-{Path.GetFileNameWithoutExtension(fleet)}");

    /// <summary>
    /// Where a run of a contender writes: a new path. Nothing is deleted between runs, because ext4 looks for five seconds whether an inode was deleted
    /// just now before it uses it again, and the next run would be timed with that.
    /// </summary>
    public string NewOutputOf(string contender) => OutputOf($"{contender}-{++_outputs}");
}
