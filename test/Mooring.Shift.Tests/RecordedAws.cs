using System.Text.Json;
using Mooring.TestKit.Programs;

namespace Mooring.Shift.Tests;

/// <summary>
/// A program <c>aws</c> that answers with documents in the shape that AWS documents, one after the other, and again with the last one. It records what it
/// is asked.
/// </summary>
/// <param name="directory">The directory that it is in.</param>
internal sealed class RecordedAws(string directory)
{
    private const string Script = """
        echo "$*" >> "$(dirname "$0")/calls"
        echo "$2 $AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY $AWS_SESSION_TOKEN" >> "$(dirname "$0")/identities"
        [ "$1" = --version ] && { echo "aws-cli/2.31.1 Python/3.13.7 Linux/6.1.0 exe/x86_64"; exit 0; }
        count=$(grep -c "^$1 $2 " "$(dirname "$0")/calls")
        while [ "$count" -gt 0 ]; do
          answer="$(dirname "$0")/$2.$count"
          [ -f "$answer.sh" ] && . "$answer.sh"
          [ -f "$answer.json" ] && { cat "$answer.json"; exit 0; }
          [ -f "$answer.error" ] && { cat "$answer.error" >&2; exit 254; }
          count=$((count - 1))
        done
        exit 252
        """;

    /// <summary>What it was asked, without its version.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Record) ? [.. File.ReadLines(Record).Where(call => call != "--version")] : [];

    /// <summary>Each question with the credentials in its environment.</summary>
    public IReadOnlyList<string> Identities => [.. File.ReadLines(Path.Combine(directory, "identities")).Select(line => line.TrimEnd())];

    private string Record => Path.Combine(directory, "calls");

    /// <summary>Installs it.</summary>
    public void Install()
    {
        Directory.CreateDirectory(directory);
        Executable.Write(directory, "aws", Script);
    }

    /// <summary>From the given question about targets on, the target group has targets in these states.</summary>
    public void Targets(int from, params string[] states) =>
        Write(
            "describe-target-health",
            from,
            new
            {
                TargetHealthDescriptions = states.Select(
                    (state, index) =>
                        new
                        {
                            Target = new { Id = $"i-0abc00000000000{index}0", Port = 30080 },
                            HealthCheckPort = "30080",
                            TargetHealth = state == "healthy"
                                ? (object)new { State = state }
                                : new
                                {
                                    State = state,
                                    Reason = "Target.Timeout",
                                    Description = "Request timed out",
                                },
                        }
                ),
            }
        );

    /// <summary>From the given question about the alarm on, it is in this state.</summary>
    public void Alarm(int from, string name, string state) =>
        Write(
            "describe-alarms",
            from,
            new
            {
                MetricAlarms = new[]
                {
                    new
                    {
                        AlarmName = name,
                        StateValue = state,
                        StateReason = "Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0).",
                    },
                },
                CompositeAlarms = Array.Empty<object>(),
            }
        );

    /// <summary>While the given question about targets is asked, something else happens on the machine.</summary>
    public void Meanwhile(int question, string script) => File.WriteAllText(Path.Combine(directory, $"describe-target-health.{question}.sh"), script);

    /// <summary>From the given question for a role's credentials on, it answers with these.</summary>
    public void Credentials(int from, string name, DateTimeOffset expiration) =>
        Write(
            "assume-role",
            from,
            new
            {
                Credentials = new
                {
                    AccessKeyId = $"ASIA{name}",
                    SecretAccessKey = $"secret-{name}",
                    SessionToken = $"token-{name}",
                    Expiration = expiration,
                },
            }
        );

    /// <summary>No role lets it in.</summary>
    public void IsNotLetIn() =>
        File.WriteAllText(
            Path.Combine(directory, "assume-role.1.error"),
            "An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::444455556666:user/me is not authorized"
        );

    /// <summary>From the given question about targets on, it fails.</summary>
    public void Fails(int from, string message) => File.WriteAllText(Path.Combine(directory, $"describe-target-health.{from}.error"), message);

    private void Write(string command, int from, object answer) =>
        File.WriteAllText(Path.Combine(directory, $"{command}.{from}.json"), JsonSerializer.Serialize(answer));
}
