using Mooring.StandIns;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>The environment of the official CLI: only what is needed, without the user's settings for it, Terraform and AWS.</summary>
internal static class CdktfEnvironment
{
    private static readonly string[] s_prefixes = ["TF_", "TERRAFORM_", "AWS_", "CDKTF_"];

    /// <summary>Creates the environment.</summary>
    /// <param name="folder">A directory for a home without settings, with an empty <c>terraformrc</c>.</param>
    /// <param name="reattach">The addresses of the stand-ins.</param>
    /// <returns>The differences to the environment of the tests; null removes a variable.</returns>
    public static IReadOnlyDictionary<string, string?> In(string folder, string reattach)
    {
        var environment = Environment
            .GetEnvironmentVariables()
            .Keys.Cast<string>()
            .Where(name => s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .ToDictionary(name => name, _ => (string?)null);
        environment[StandInServer.ReattachVariable] = reattach;
        environment["TF_CLI_CONFIG_FILE"] = Path.Combine(folder, "terraformrc");
        environment["CHECKPOINT_DISABLE"] = "1";
        environment["CI"] = "1";
        environment["HOME"] = folder;
        environment["DOTNET_CLI_HOME"] = folder;
        return environment;
    }
}
