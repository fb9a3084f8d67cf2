using System.ComponentModel;
using System.Text.Json;

namespace Mooring.Aws;

/// <summary>The AWS CLI, with the user's credentials or those of a role that they may assume. It is only asked, and changes nothing.</summary>
/// <param name="region">The region that is asked.</param>
/// <param name="profile">The profile of the user's settings; <see langword="null"/> for the one of the environment.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/"/>
internal sealed class AwsCli(string region, string? profile)
{
    private const string Command = "aws";

    private static readonly AskedProgram s_program = new(Command, "the AWS CLI");

    /// <summary>How long before their end credentials are replaced.</summary>
    private static readonly TimeSpan s_reserve = TimeSpan.FromMinutes(5);

    private RoleCredentials? _credentials;

    /// <summary>ARN of the role that is assumed first. Its credentials are in the environment of the questions' processes, and nowhere else.</summary>
    /// <value>Defaults to none.</value>
    public string? Role { get; init; }

    /// <summary>The clock, which tells when credentials end.</summary>
    /// <value>Defaults to the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Requires that it is installed.</summary>
    /// <param name="purpose">Who asks AWS for what: <c>shift asks AWS for the health of targets</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AwsException">It is not, or does not run.</exception>
    public static async Task RequireAsync(string purpose, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(["--version"], cancellation);
        }
        catch (AwsException exception) when (exception.InnerException is Win32Exception)
        {
            throw new AwsException($"{purpose}, and {exception.Message}", exception);
        }
    }

    /// <summary>Asks, and returns the answer, which the AWS CLI puts together where AWS answers in pages.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="arguments">Service, command and options.</param>
    /// <exception cref="AwsException">It failed.</exception>
    public async Task<JsonElement> AskAsync(CancellationToken cancellation, params string[] arguments)
    {
        var answer = await RunAsync(All(arguments, Role is null ? profile : null), cancellation, await CredentialsAsync(cancellation));
        try
        {
            // An answer without members is no text.
            using var json = JsonDocument.Parse(string.IsNullOrWhiteSpace(answer) ? "{}" : answer);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Unexpected(arguments);
        }
    }

    /// <summary>A setting of the profile, from the files of the AWS CLI.</summary>
    /// <param name="name">Its name: <c>role_arn</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The setting; <see langword="null"/> where the profile has none.</returns>
    /// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/configure/get.html"/>
    public async Task<string?> SettingAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var value = await RunAsync(["configure", "get", name, .. OfProfile(profile)], cancellation);
            return value.Trim() is { Length: > 0 } given ? given : null;
        }
        catch (AwsException exception) when (exception.InnerException is not Win32Exception)
        {
            // Without the setting the exit code is 1, and there is no message.
            return null;
        }
    }

    /// <summary>An answer that is not the documented one.</summary>
    public static AwsException Unexpected(params string[] arguments) =>
        new($"'{Command} {string.Join(' ', arguments.Take(2))}' answered with something else than its documented answer");

    /// <summary>The role's credentials, which last for an hour; <see langword="null"/> where no role is assumed.</summary>
    /// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/sts/assume-role.html"/>
    private async Task<RoleCredentials?> CredentialsAsync(CancellationToken cancellation)
    {
        if (Role is null || Time.GetUtcNow() < _credentials?.Expiration - s_reserve)
        {
            return _credentials;
        }

        string[] question = ["sts", "assume-role", "--role-arn", Role, "--role-session-name", "mooring"];
        try
        {
            return _credentials = RoleCredentials.Of(await RunAsync(All(question, profile), cancellation)) ?? throw Unexpected(question);
        }
        catch (AwsException exception) when (exception.IsDenied)
        {
            throw new AwsException($"role {Role} must let the credentials of the AWS CLI in, as it lets Terraform's in: {exception.Message}", exception);
        }
    }

    private string[] All(string[] arguments, string? ofProfile) => [.. arguments, "--region", region, "--output", "json", .. OfProfile(ofProfile)];

    private static string[] OfProfile(string? name) => name is null ? [] : ["--profile", name];

    private static async Task<string> RunAsync(string[] arguments, CancellationToken cancellation, RoleCredentials? credentials = null)
    {
        try
        {
            return await s_program.RunAsync(arguments, cancellation, Prepare);
        }
        catch (AskedProgramException exception)
        {
            throw new AwsException(exception.Message, exception.InnerException);
        }

        void Prepare(IDictionary<string, string?> environment)
        {
            environment["AWS_PAGER"] = string.Empty;
            environment["AWS_CLI_AUTO_PROMPT"] = "off";
            // Newer ones can print errors as JSON: the code of an error is looked for as in "(AccessDenied)".
            environment["AWS_CLI_ERROR_FORMAT"] = "legacy";
            // Hundreds of questions are throttled: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-retries.html
            environment.TryAdd("AWS_MAX_ATTEMPTS", "10");
            environment.TryAdd("AWS_RETRY_MODE", "adaptive");
            credentials?.AddTo(environment);
        }
    }
}
