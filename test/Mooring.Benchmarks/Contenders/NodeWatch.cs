using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>
/// Detects whether a command starts Node.js, even for the few milliseconds of <c>node --version</c>: it finds a script on the PATH that writes a
/// file and then runs the real one.
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

    /// <summary>Runs a command, watched.</summary>
    /// <returns>What was seen, and whether Node.js was started, from the PATH or from anywhere else.</returns>
    public (TreeSample Sample, bool StartsNode) Sample(Invocation invocation)
    {
        File.Delete(_mark);
        var sample = CommandRunner.Sample(Watched(invocation));
        return (sample, File.Exists(_mark) || sample.Programs.Contains(NodeJs));
    }
}
