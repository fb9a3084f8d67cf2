using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using Mooring.Jsii;
using Mooring.Publishing;

namespace Mooring.Synthesis.Reuse;

/// <summary>
/// The fingerprint of the synthesizer: this program and its packages, .NET, Node.js, and the environment variables that they read. Two runs with
/// the same fingerprint synthesize the same stack from the same slice.
/// </summary>
internal static class ProgramFingerprint
{
    private static readonly string[] s_prefixes = ["CDKTF_", "JSII_", "NODE_", "LC_"];
    private static readonly string[] s_variables = ["LANG", "LANGUAGE", "SYNTH_HCL_OUTPUT", "TERRAFORM_BINARY_NAME", "TZ"];

    // The files of a running program do not change; its environment can.
    private static readonly Lazy<string> s_files = new(() => FilesIn(AppContext.BaseDirectory));

    /// <summary>The fingerprint of the program that runs.</summary>
    /// <param name="environment">The environment that its user gave it.</param>
    public static string OfThis(IDictionary environment) => Of(s_files.Value, environment);

    /// <summary>The fingerprint of a program in a directory.</summary>
    /// <param name="directory">The directory of its files.</param>
    /// <param name="environment">The environment that its user gave it.</param>
    public static string OfProgramIn(string directory, IDictionary environment) => Of(FilesIn(directory), environment);

    private static string Of(string files, IDictionary environment) =>
        Fingerprint.Of([
            files,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.RuntimeIdentifier,
            CultureInfo.CurrentCulture.Name,
            Node(environment),
            .. VariablesOf(environment),
        ]);

    private static string FilesIn(string directory) =>
        Fingerprint.Of([
            directory,
            .. FilesOf(directory).AsParallel().AsOrdered().Select(file => $"{Path.GetRelativePath(directory, file)}={Fingerprint.OfFile(file)}"),
        ]);

    /// <summary>
    /// All files in the program's directory, and the charts below it: an output directory may be below it, too. Documentation and symbols are left
    /// out.
    /// </summary>
    private static IEnumerable<string> FilesOf(string directory)
    {
        var charts = Path.Combine(directory, "charts");
        return Directory
            .GetFiles(directory)
            .Where(file => Path.GetExtension(file) is not (".xml" or ".pdb"))
            .Concat(Directory.Exists(charts) ? Directory.GetFiles(charts, "*", SearchOption.AllDirectories) : [])
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The Node.js that jsii will start. Its version is not read, because that would start it.</summary>
    private static string Node(IDictionary environment)
    {
        var found = NodeRuntime.Find(environment["JSII_NODE"] as string, environment["PATH"] as string);
        return found is { Length: var size, LastWriteTimeUtc: var time, FullName: var path } ? $"{path} {size} {time.Ticks}" : string.Empty;
    }

    /// <summary>Variables that CDKTF, jsii and Node.js read, except the output directory, which does not change the output.</summary>
    private static IEnumerable<string> VariablesOf(IDictionary environment) =>
        environment
            .Keys.Cast<string>()
            .Where(name =>
                name != "CDKTF_OUTDIR" && (s_variables.Contains(name) || s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            )
            .Order(StringComparer.Ordinal)
            .Select(name => $"{name}={environment[name]}");
}
