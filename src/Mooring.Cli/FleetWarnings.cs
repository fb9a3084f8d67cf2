using System.CommandLine;
using System.Globalization;
using Mooring.Fleet.Faults;

namespace Mooring.Cli;

/// <summary>Shows the warnings of a fleet file, and counts them.</summary>
/// <param name="console">What they are written to.</param>
internal sealed class FleetWarnings(CommandConsole console)
{
    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>The option of all commands that read a fleet file.</summary>
    public static Option<bool> CreateOption() => new("--strict") { Description = "Treat warnings as errors." };

    /// <summary>What happens to warnings.</summary>
    /// <param name="strict">Whether they are errors.</param>
    public WarningOptions Options(bool strict) =>
        new()
        {
            AreErrors = strict,
            Today = Today,
            OnWarning = warning =>
            {
                Count++;
                console.WriteError($"{warning}");
            },
        };

    /// <summary>Today in UTC, or the day that builds that must be reproducible give.</summary>
    /// <seealso href="https://reproducible-builds.org/specs/source-date-epoch/"/>
    private static DateOnly Today =>
        DateOnly.FromDateTime(
            long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTime.UnixEpoch.AddSeconds(seconds)
                : DateTime.UtcNow
        );

    /// <summary>The end of a command's last line: nothing, or <c>; 2 warnings</c>.</summary>
    public string Total => Count == 0 ? string.Empty : $"; {CommandRun.Count(Count, "warning")}";
}
