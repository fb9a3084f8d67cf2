using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>
/// Makes sure that a command starts Node.js, or that it does not, even for the few milliseconds of <c>node --version</c>: it finds a script on the
/// PATH that writes a file and then runs the real one. So a time of the native engine is never one of Node.js that answered in its place.
/// </summary>
internal sealed class NodeWatch
{
    private const string NodeJs = "node";

    private readonly string _folder;
    private readonly string _mark;

    /// <summary>Sets up the watch.</summary>
    /// <param name="folder">A directory for it, which it makes.</param>
    public NodeWatch(string folder)
    {
        _folder = folder;
        _mark = Path.Combine(folder, "started");
        Directory.CreateDirectory(folder);
        var script = Path.Combine(folder, NodeJs);
        var node = CommandRunner.Run(new Invocation("/bin/sh", "-c", $"command -v {NodeJs}")).Trim();
        File.WriteAllText(script, $"#!/bin/sh\ntouch '{_mark}'\nexec '{node}' \"$@\"\n");
        CommandRunner.Run(new Invocation("chmod", "u+x", script));
    }

    /// <summary>The command, watched.</summary>
    public Invocation Watched(Invocation invocation) =>
        invocation with
        {
            Environment = new Dictionary<string, string?>(invocation.Environment)
            {
                ["PATH"] = $"{_folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
                ["JSII_NODE"] = null,
            },
        };

    /// <summary>Runs a command of a contender, watched, and measures the memory of its processes.</summary>
    /// <exception cref="BenchmarkException">It starts Node.js and must not, from the PATH or from anywhere else, or it does not and must.</exception>
    public TreeSample Sample(Contender contender, Invocation invocation)
    {
        File.Delete(_mark);
        var sample = CommandRunner.Sample(Watched(invocation));
        var startsNode = File.Exists(_mark) || sample.Programs.Contains(NodeJs);
        return startsNode == contender.IsInNode()
            ? sample
            : throw new BenchmarkException($"{contender.Name()} must {(startsNode ? "not start Node.js, and does" : "start Node.js, and does not")}");
    }
}
