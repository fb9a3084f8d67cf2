namespace Mooring.Stacks;

/// <summary>
/// A terminal sends Ctrl-C to every process that it runs. Node.js would die of it at once, and jsii, whose other half it is, would take the
/// program down with a trace. It is the program that decides when Node.js ends: when its input does.
/// </summary>
internal static class NodeSignals
{
    private const string Variable = "NODE_OPTIONS";

    // Other programs that run in Node.js inherit the variable, and are left alone. A run that was stopped ends in the middle of what it
    // said to jsii, or jsii to it: that is no error to tell of.
    private const string Script =
        """
        if (/[\\/](jsii-runtime|program)\.js$/.test(process.argv[1] ?? '')) {
          for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
          process.on('uncaughtException', (error) => {
            if (!['ECONNRESET', 'EPIPE'].includes(error?.code)) console.error(error?.stack ?? error);
            process.exit(1);
          });
        }

        """;

    /// <summary>Lets the Node.js that jsii starts from now on ignore what asks a process to end.</summary>
    /// <param name="directory">Where a file for it can be put.</param>
    public static void Ignore(string directory)
    {
        var file = Path.Combine(directory, "signals.cjs");
        File.WriteAllText(file, Script);
        var option = $"--require \"{file.Replace("\\", "\\\\", StringComparison.Ordinal)}\"";
        Environment.SetEnvironmentVariable(Variable, Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } options ? $"{options} {option}" : option);
    }
}
