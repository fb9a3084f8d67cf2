using Mooring.Fleet.Faults;
using Mooring.Synthesis;

namespace Mooring.Testing;

/// <summary>The files that a synthesis writes, without its records for the next run.</summary>
public static class SynthesizedFiles
{
    /// <summary>Synthesizes a fleet file into a temporary directory, which is deleted again.</summary>
    /// <param name="fleetFile">
    /// Path of the fleet file. A record of priorities beside it is written where a rule has no priority, as by every synthesis.
    /// </param>
    /// <returns>The text of every file, by its path in the output directory: <c>stacks/cluster-blue/cdk.tf.json</c>.</returns>
    /// <exception cref="FleetException">The file has faults.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static Dictionary<string, string> OfFleet(string fleetFile)
    {
        var output = Directory.CreateTempSubdirectory("mooring-");
        try
        {
            FleetSynthesis.SynthesizeFile(fleetFile, output.FullName, new SynthesisOptions());
            return In(output.FullName);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    /// <summary>Reads an output directory.</summary>
    /// <param name="directory">The directory, such as <c>cdktf.out</c>.</param>
    /// <returns>The text of every file, by its path in the directory, with slashes.</returns>
    public static Dictionary<string, string> In(string directory) =>
        Directory
            .GetFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith(".synthesis.", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllText);
}
