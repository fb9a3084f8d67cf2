using System.CommandLine;

namespace Mooring.Cli;

/// <summary>The option that names the output directory of a synthesis.</summary>
internal static class OutputOption
{
    /// <summary>Creates the option.</summary>
    /// <param name="description">What the command does with the directory.</param>
    public static Option<string> Create(string description) =>
        new Option<string>("--output", "-o")
        {
            Description = $"{description} The cdktf CLI sets it in the environment variable CDKTF_OUTDIR.",
            HelpName = "directory",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CDKTF_OUTDIR") is { Length: > 0 } directory ? directory : "cdktf.out",
        }.NotEmpty();
}
