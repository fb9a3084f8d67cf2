using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.Rehearsal.Terraform;

/// <summary>The installed Terraform, isolated from the user's settings or with them.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cli/config/environment-variables"/>
public sealed class TerraformProgram
{
    /// <summary>The environment variable that names the program, as for the cdktf CLI.</summary>
    public const string Variable = "TERRAFORM_BINARY_NAME";

    /// <summary>The exit code of a plan with changes, where <c>-detailed-exitcode</c> asks for it.</summary>
    private const int HasChanges = 2;

    private const string Nowhere = "http://127.0.0.1:9";

    /// <summary>Environment variables that a process needs, without any that Terraform or a provider reads.</summary>
    private static readonly string[] s_inherited = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"];

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly string _directory;
    private readonly Dictionary<string, string> _environment;
    private readonly string _caller;

    private TerraformProgram(string directory, Dictionary<string, string> environment, string caller)
    {
        _directory = directory;
        _environment = environment;
        _caller = caller;
    }

    /// <summary>The program.</summary>
    public static string Command => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "terraform";

    /// <summary>Prepares to run Terraform.</summary>
    /// <param name="directory">A directory for an empty home directory; the caller deletes it.</param>
    /// <param name="settings">Environment variables that are set.</param>
    public static TerraformProgram Create(string directory, IReadOnlyDictionary<string, string> settings)
    {
        // An empty file: Terraform warns at every call when the file does not exist.
        var configuration = Path.Combine(directory, "terraformrc");
        File.WriteAllText(configuration, string.Empty);
        var environment = s_inherited
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)!))
            .Where(variable => variable.Value is not null)
            .Concat(settings)
            .Append(new("HOME", directory))
            .Append(new("TF_CLI_CONFIG_FILE", configuration))
            .Append(new("TF_IN_AUTOMATION", "1"))
            // No network: all requests go to a proxy that does not exist, and the instance metadata service is not used.
            .Append(new("HTTPS_PROXY", Nowhere))
            .Append(new("HTTP_PROXY", Nowhere))
            .Append(new("AWS_EC2_METADATA_DISABLED", "true"))
            .Append(new("CHECKPOINT_DISABLE", "1"));
        return new TerraformProgram(directory, new(environment), "the rehearsal");
    }

    /// <summary>Prepares to run Terraform as the user would: with the variables of this process, and so with credentials, plugins and a network.</summary>
    /// <param name="caller">What runs it, for the error where there is none: <c>shift</c>.</param>
    /// <param name="settings">Environment variables that are set beside those.</param>
    public static TerraformProgram OfUser(string caller, IReadOnlyDictionary<string, string> settings)
    {
        var environment = new Dictionary<string, string> { ["TF_IN_AUTOMATION"] = "1" };
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            environment[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
        }

        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return new TerraformProgram(Path.GetTempPath(), environment, caller);
    }

    /// <summary>The version of Terraform.</summary>
    /// <exception cref="TerraformException">There is none, or what is there does not answer as Terraform does.</exception>
    public async Task<Version> VersionAsync(CancellationToken cancellation = default)
    {
        var output = await WithinPatienceAsync(limited => RunAsync(_directory, limited, "version", "-json"), cancellation);
        return VersionIn(output)
            ?? throw new TerraformException(
                $"'{Command} version -json' answered with something else than a version: install Terraform, or name it in {Variable}"
            );
    }

    /// <summary>Runs Terraform and returns what it wrote to its output.</summary>
    /// <param name="directory">The directory to run it in.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="TerraformException">There is none, or it failed.</exception>
    public async Task<string> RunAsync(string directory, CancellationToken cancellation, params string[] arguments) =>
        (await RunAsync(directory, arguments, 0, cancellation)).Output;

    /// <summary>Plans changes.</summary>
    /// <returns>Whether there are any.</returns>
    /// <param name="directory">The directory to run it in.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="options">Options of <c>plan</c>.</param>
    /// <exception cref="TerraformException">There is none, or it failed.</exception>
    public async Task<bool> PlanAsync(string directory, CancellationToken cancellation, params string[] options) =>
        (await RunAsync(directory, ["plan", "-detailed-exitcode", .. options], HasChanges, cancellation)).ExitCode == HasChanges;

    private async Task<(int ExitCode, string Output)> RunAsync(string directory, string[] arguments, int accepted, CancellationToken cancellation)
    {
        using var process = Start(directory, arguments);
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 || process.ExitCode == accepted
                ? (process.ExitCode, output)
                : throw new TerraformException(Explain(arguments, process.ExitCode, output, await error));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private Process Start(string directory, string[] arguments)
    {
        var start = new ProcessStartInfo(Command, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.UTF8,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new TerraformException(
                $"{_caller} runs Terraform, and '{Command}' could not be started: install it and put it on the PATH, or name it in {Variable}"
            );
        }
    }

    private static string Explain(string[] arguments, int exitCode, string output, string error)
    {
        var said = (string.IsNullOrWhiteSpace(error) ? output : error).Trim();
        return said.Length > 0 ? $"'terraform {arguments[0]}' failed:\n{said}" : $"'terraform {arguments[0]}' ended with exit code {exitCode} and no message";
    }

    /// <summary>Waits for a command that contacts nobody.</summary>
    private static async Task<string> WithinPatienceAsync(Func<CancellationToken, Task<string>> command, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_patience);
        try
        {
            return await command(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TerraformException($"'{Command} version' did not answer within {s_patience.TotalSeconds} seconds");
        }
    }

    /// <summary>The version in an answer of Terraform; <see langword="null"/> where there is none.</summary>
    internal static Version? VersionIn(string output)
    {
        try
        {
            return Version.TryParse(JsonNode.Parse(output)?["terraform_version"]?.GetValue<string>().Split('-')[0], out var version) ? version : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
