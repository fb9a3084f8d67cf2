using System.Diagnostics.CodeAnalysis;
using Mooring.Jsii;

namespace Mooring.Cli;

/// <summary>An exception that no code expects: a mistake of Mooring. The user gets a line, and the maintainers a file with the details.</summary>
internal static class UnforeseenError
{
    /// <summary>Reports the exceptions that end the process in a thread of their own, where .NET would write its stack trace.</summary>
    public static void ReportThoseOfThreads(CommandConsole console) =>
        AppDomain.CurrentDomain.UnhandledException += (_, arguments) =>
        {
            NodeFailure.EndIfEnding();
            console.WriteError($"{Report((Exception)arguments.ExceptionObject)} ({CommandErrors.Unforeseen})");
            Environment.Exit(1);
        };

    /// <summary>Writes the details of an exception into a file.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>A line that says what went wrong, and where the details are.</returns>
    public static string Report(Exception exception) =>
        Printable.OneLine($"unexpected error, please report it: {exception.GetType().Name}: {exception.Message}; {Keep(exception)}");

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The first error is the one to report.")]
    private static string Keep(Exception exception)
    {
        try
        {
            // A directory of its own, which only the user can read: the details may quote the fleet.
            var file = Path.Combine(Directory.CreateTempSubdirectory("mooring-error-").FullName, "details.txt");
            File.WriteAllText(file, $"{DateTime.UtcNow:O}\n{Environment.CommandLine}\n{exception}\n");
            return $"its details are in {file}";
        }
        catch (Exception)
        {
            return "its details could not be written to the temporary directory";
        }
    }
}
