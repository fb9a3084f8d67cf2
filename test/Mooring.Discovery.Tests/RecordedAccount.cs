using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Discovery.Tests;

/// <summary>
/// A program <c>aws</c> that answers as it was recorded: <c>Accounts/shop.json</c> is an account that an emulator of AWS held. A test changes answers, and
/// takes permissions away.
/// </summary>
/// <param name="directory">The directory that it is in.</param>
internal sealed class RecordedAccount(string directory)
{
    private const string Script = """
        here=$(dirname "$0")
        [ "$1" = --version ] && { echo "aws-cli/1.45.11 Python/3.11.7 Linux/6.1.0 botocore/1.43.11"; exit 0; }
        echo "$*" >> "$here/calls"
        if grep -qx "$1 $2" "$here/refused"; then
          echo "An error occurred (AccessDenied) when calling the operation: User: arn:aws:iam::123456789012:user/me is not authorized to perform it" >&2
          exit 254
        fi
        answer="$here/$(printf '%s' "$*" | sha256sum | cut -c1-64)"
        [ -f "$answer" ] || { echo "there is no recorded answer to: $*" >&2; exit 252; }
        cat "$answer"
        """;

    private readonly SortedSet<string> _refused = new(StringComparer.Ordinal);
    private Dictionary<string, string> _answers = JsonNode
        .Parse(File.ReadAllText(Repository.PathOf("test/Mooring.Discovery.Tests/Accounts/shop.json")))!
        .AsObject()
        .ToDictionary(entry => entry.Key, entry => entry.Value!.ToJsonString());

    /// <summary>The region that it answers for.</summary>
    /// <value>Defaults to the one that was recorded; the ARNs of another one are renamed by the test.</value>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>The profile that it answers to; <see langword="null"/> for none.</summary>
    public string? Profile { get; init; }

    /// <summary>The setting <c>role_arn</c> of the profile; <see langword="null"/> for none.</summary>
    public string? ProfileRole { get; init; }

    /// <summary>What it was asked.</summary>
    public IReadOnlyList<string> Calls => File.ReadAllLines(Path.Combine(directory, "calls"));

    /// <summary>The value of PATH with it in front.</summary>
    public string SearchPath => $"{directory}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";

    /// <summary>The only ARN that has a text in it.</summary>
    public string ArnOf(string part) =>
        _answers
            .Values.SelectMany(answer => answer.Split('"'))
            .Distinct()
            .Single(text => text.StartsWith("arn:", StringComparison.Ordinal) && text.Contains(part, StringComparison.Ordinal));

    /// <summary>Changes the answers of a command: <c>elbv2 describe-rules</c>.</summary>
    /// <param name="command">The command, or how it begins.</param>
    /// <param name="before">A text of its answers.</param>
    /// <param name="after">What takes its place.</param>
    /// <param name="once">Whether only where it occurs first in an answer.</param>
    public void Change(string command, string before, string after, bool once = false)
    {
        foreach (var (question, answer) in _answers.Where(entry => entry.Key.StartsWith(command, StringComparison.Ordinal)).ToArray())
        {
            var at = answer.IndexOf(before, StringComparison.Ordinal);
            _answers[question] =
                once && at >= 0 ? $"{answer[..at]}{after}{answer[(at + before.Length)..]}" : answer.Replace(before, after, StringComparison.Ordinal);
        }
    }

    /// <summary>Changes a text in all questions and answers.</summary>
    public void Rename(string before, string after) =>
        _answers = _answers.ToDictionary(
            entry => entry.Key.Replace(before, after, StringComparison.Ordinal),
            entry => entry.Value.Replace(before, after, StringComparison.Ordinal)
        );

    /// <summary>Lets a command fail for another reason than a missing permission.</summary>
    public void Forget(string command) =>
        _answers = _answers.Where(entry => !entry.Key.StartsWith(command, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Takes the permission for a command away.</summary>
    public void Refuse(string command) => _refused.Add(command);

    /// <summary>Installs it.</summary>
    public void Install()
    {
        Directory.CreateDirectory(directory);
        Executable.Write(directory, "aws", Script);
        File.AppendAllLines(Path.Combine(directory, "refused"), _refused);
        var profile = Profile is null ? string.Empty : $" --profile {Profile}";
        foreach (var (question, answer) in _answers)
        {
            Answer($"{question} --region {Region} --output json{profile}", answer);
        }

        if (ProfileRole is not null)
        {
            Answer($"configure get role_arn{profile}", $"{ProfileRole}\n");
        }
    }

    private void Answer(string question, string answer) =>
        File.WriteAllText(Path.Combine(directory, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))), answer);
}
