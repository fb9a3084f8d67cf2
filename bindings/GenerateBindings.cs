using System;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Runs generate.mjs, or own-resources.mjs, which runs it. An Exec task would do, but for one thing: <c>dotnet run</c> builds at a verbosity that shows no
/// message at all, and a minute of silence looks like a hang. So the progress goes straight to the terminal.
/// </summary>
public class GenerateBindings : Task
{
    [Required]
    public string Script { get; set; }

    [Required]
    public string Feed { get; set; }

    [Required]
    public string VersionSuffix { get; set; }

    public string Arguments { get; set; } = string.Empty;

    public override bool Execute()
    {
        try
        {
            using (
                var process = Process.Start(
                    new ProcessStartInfo
                    {
                        FileName = "node",
                        Arguments = $"\"{Script}\" --feed \"{Feed.TrimEnd('/')}\" \"--suffix={VersionSuffix}\" {Arguments}",
                        UseShellExecute = false,
                        RedirectStandardOutput = true,
                        RedirectStandardError = true,
                    }
                )
            )
            {
                process.OutputDataReceived += (_, line) =>
                {
                    if (line.Data != null)
                        Console.Error.WriteLine(line.Data);
                };
                process.BeginOutputReadLine();
                var failure = process.StandardError.ReadToEnd().Trim();
                process.WaitForExit();
                if (process.ExitCode != 0)
                    Fail(failure.Length > 0 ? failure : "generating the packages was interrupted");
            }
        }
        catch (Win32Exception)
        {
            Fail("Node.js 20 or later generates the CDKTF packages, and 'node' was not found: install it and put it on the PATH");
        }

        return !Log.HasLoggedErrors;
    }

    private void Fail(string message) => Log.LogError(null, null, null, "bindings", 0, 0, 0, 0, "{0}", message);
}
