using System.CommandLine;

namespace Mooring.Cli;

/// <summary>The option that names the output directory of a synthesis.</summary>
internal static class OutputOption
{
    private const string Default = "cdktf.out";

    /// <summary>Creates the option.</summary>
    /// <param name="description">What the command does with the directory.</param>
    public static Option<string> Create(string description) =>
        Of(
            $"{description} The cdktf CLI sets it in the environment variable CDKTF_OUTDIR.",
            () => Environment.GetEnvironmentVariable("CDKTF_OUTDIR") is { Length: > 0 } directory ? directory : Default
        );

    /// <summary>Creates the option of a command that runs Terraform, which the cdktf CLI never starts.</summary>
    public static Option<string> CreateForTerraform() => Of("Directory that is synthesized to.", () => Default);

    private static Option<string> Of(string description, Func<string> byDefault) =>
        new Option<string>("--output", "-o")
        {
            Description = description,
            HelpName = "directory",
            DefaultValueFactory = _ => byDefault(),
        }.NotEmpty();
}
