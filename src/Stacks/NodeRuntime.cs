using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Mooring.Stacks;

/// <summary>The Node.js that CDKTF runs in, which jsii starts when the first construct is made.</summary>
internal static class NodeRuntime
{
    private const int OldestMajor = 20;

    /// <summary>
    /// Looks whether Node.js is there, before jsii does, which aborts the process when it is not; and keeps jsii's warnings
    /// about the version, a dozen lines at every start, out of the output, and its files out of the directory for temporary ones.
    /// </summary>
    /// <returns>What is wrong with Node.js, or <see langword="null"/>.</returns>
    public static string? Prepare()
    {
        var command = Environment.GetEnvironmentVariable("JSII_NODE") is { Length: > 0 } node ? node : "node";
        if (MajorVersion(command) is not { } major)
        {
            return $"Node.js {OldestMajor} or later runs CDKTF, and '{command}' could not be started: install it and put it on the PATH, or name it in JSII_NODE";
        }

        if (major < OldestMajor)
        {
            return $"Node.js {OldestMajor} or later runs CDKTF, and '{command}' is version {major}: install a newer one, or name it in JSII_NODE";
        }

        SilenceWarnings(major);
        JsiiHost.Use(JsiiTemporaryFiles.Confine());
        return null;
    }

    /// <summary>Silences what jsii has to say of a version of Node.js, unless the user has set otherwise.</summary>
    /// <seealso href="https://github.com/aws/jsii/blob/main/packages/%40jsii/check-node/src/index.ts"/>
    private static void SilenceWarnings(int major)
    {
        SetDefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", major.ToString(CultureInfo.InvariantCulture));
        SetDefault("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "true");
        SetDefault("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "true");
    }

    /// <summary>20 for <c>v20.9.0</c>; <see langword="null"/> when the command does not start or answers something else.</summary>
    private static int? MajorVersion(string command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, "--version") { RedirectStandardOutput = true })!;
            var version = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void SetDefault(string variable, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            Environment.SetEnvironmentVariable(variable, value);
        }
    }
}
