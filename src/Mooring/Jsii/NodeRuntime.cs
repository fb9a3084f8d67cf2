using System.Globalization;

namespace Mooring.Jsii;

/// <summary>
/// The Node.js that CDKTF runs in. jsii starts it when the first construct is made, and no code here does; <see cref="JsiiHost"/> is what it runs.
/// </summary>
internal static class NodeRuntime
{
    private const string DefaultCommand = "node";

    private static readonly Lazy<int> s_prepared = new(PrepareOnce);

    /// <summary>
    /// Checks that Node.js is installed, before jsii, which would abort the process. Also silences jsii's warnings about the version, a dozen lines
    /// at every start, and moves its files out of the directory for temporary files.
    /// </summary>
    /// <exception cref="NodeRuntimeException">Node.js is missing, too old, or does not answer.</exception>
    public static void Prepare() => _ = s_prepared.Value;

    /// <summary>The file that would be started; <see langword="null"/> when there is none.</summary>
    /// <param name="named">Value of <c>JSII_NODE</c>.</param>
    /// <param name="path">Value of <c>PATH</c>.</param>
    public static FileInfo? Find(string? named, string? path)
    {
        var command = CommandOf(named);
        string[] names = OperatingSystem.IsWindows() ? [$"{command}.exe", command] : [command];
        // A path of its own is taken as it is: nothing on the PATH is put before it.
        var directories = command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? [string.Empty]
            : (path ?? string.Empty).Split(Path.PathSeparator);
        var file = directories
            .SelectMany(directory => names.Select(name => Path.Combine(directory, name)))
            .Where(File.Exists)
            .Select(found => new FileInfo(found))
            .FirstOrDefault();
        return file?.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
    }

    private static int PrepareOnce()
    {
        var command = CommandOf(Environment.GetEnvironmentVariable("JSII_NODE"));
        var major = NodeVersion.MajorOf(command);
        if (major < NodeVersion.OldestMajor)
        {
            throw new NodeRuntimeException(
                $"Node.js {NodeVersion.OldestMajor} or later runs CDKTF, and '{command}' is version {major}: install a newer one, or name it in JSII_NODE"
            );
        }

        SilenceWarnings(major);
        JsiiHost.Use(JsiiTemporaryFiles.Confine());
        return major;
    }

    /// <summary>Silences jsii's warnings about the version of Node.js, unless the user set the variable.</summary>
    /// <seealso href="https://github.com/aws/jsii/blob/main/packages/%40jsii/check-node/src/index.ts"/>
    private static void SilenceWarnings(int major)
    {
        NodeEnvironment.SetDefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", major.ToString(CultureInfo.InvariantCulture));
        NodeEnvironment.SetDefault("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "true");
        NodeEnvironment.SetDefault("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "true");
    }

    /// <summary>The command that starts Node.js: what <c>JSII_NODE</c> names, or <c>node</c>.</summary>
    private static string CommandOf(string? named) => named is { Length: > 0 } ? named : DefaultCommand;
}
