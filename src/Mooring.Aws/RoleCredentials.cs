using System.Text.Json;

namespace Mooring.Aws;

/// <summary>Temporary credentials of a role. Their text has no credentials in it.</summary>
/// <param name="accessKeyId">Id of the access key.</param>
/// <param name="secretAccessKey">The secret access key.</param>
/// <param name="sessionToken">The session token.</param>
/// <param name="expiration">When they end.</param>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html"/>
internal sealed class RoleCredentials(string accessKeyId, string secretAccessKey, string sessionToken, DateTimeOffset expiration)
{
    /// <summary>When they end.</summary>
    public DateTimeOffset Expiration { get; } = expiration;

    /// <summary>Reads the answer of <c>aws sts assume-role</c>; <see langword="null"/> where it is another one than documented.</summary>
    public static RoleCredentials? Of(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var credentials = json.RootElement.GetProperty("Credentials");
            string Text(string name) => credentials.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);
            return new(Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"), credentials.GetProperty(nameof(Expiration)).GetDateTimeOffset());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Adds them to the environment of a process, where the AWS CLI takes them before those of a profile.</summary>
    /// <seealso href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html"/>
    public void AddTo(IDictionary<string, string?> environment)
    {
        environment["AWS_ACCESS_KEY_ID"] = accessKeyId;
        environment["AWS_SECRET_ACCESS_KEY"] = secretAccessKey;
        environment["AWS_SESSION_TOKEN"] = sessionToken;
    }
}
