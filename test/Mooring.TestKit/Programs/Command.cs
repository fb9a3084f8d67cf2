using System.Diagnostics;

namespace Mooring.TestKit.Programs;

/// <summary>A completed command.</summary>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command in a directory.</summary>
    public static Command Run(string directory, IReadOnlyDictionary<string, string?> environment, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Command(process.ExitCode, output, error.Result);
    }
}
