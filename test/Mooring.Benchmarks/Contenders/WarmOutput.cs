using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>An output directory of Mooring that is kept between runs, as in practice.</summary>
/// <param name="program">Mooring.</param>
/// <param name="folder">The fleet.</param>
internal sealed class WarmOutput(MooringProgram program, FleetFolder folder)
{
    private string _fleet = folder.Fleet;

    /// <summary>Makes the output that of the fleet as it is now.</summary>
    /// <param name="run">Runs a command.</param>
    public T Synthesize<T>(Func<Invocation, T> run)
    {
        var output = folder.OutputOf("Warm");
        var result = run(program.Again(_fleet, output));
        OutputFiles.RequireSame(output, folder.ReferenceOf(_fleet), "Mooring over an earlier output");
        return result;
    }

    /// <summary>Makes the output what a run under the watch reuses: that depends on which Node.js there is, and the watch is another.</summary>
    public void Prepare(NodeWatch watch) => Synthesize(invocation => CommandRunner.Run(watch.Watched(invocation)));

    /// <summary>Measures the memory of a run under the watch, and makes the output again what a run without it reuses.</summary>
    public TreeSample Sample(Contender contender, NodeWatch watch)
    {
        var sample = Synthesize(invocation => watch.Sample(contender, invocation));
        Synthesize(CommandRunner.Run);
        return sample;
    }

    /// <summary>Changes one cluster, or changes it back.</summary>
    public void ChangeOneCluster() => _fleet = _fleet == folder.Fleet ? folder.ChangedFleet : folder.Fleet;
}
