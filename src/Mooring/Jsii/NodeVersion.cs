using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Mooring.Jsii;

/// <summary>The version of a Node.js, which it is asked for.</summary>
internal static class NodeVersion
{
    /// <summary>The oldest version that runs CDKTF.</summary>
    public const int OldestMajor = 20;

    private const int LongestAnswer = 100;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>20 for <c>v20.9.0</c>.</summary>
    /// <param name="command">The command that starts it.</param>
    /// <param name="patience">How long it may take; by default half a minute.</param>
    /// <exception cref="NodeRuntimeException">It does not start, or answers something else or not at all.</exception>
    public static int MajorOf(string command, TimeSpan? patience = null)
    {
        using var process = Start(command);
        try
        {
            var answer = AnswerOf(process).WaitAsync(patience ?? s_patience).GetAwaiter().GetResult();
            return MajorIn(command, answer);
        }
        catch (TimeoutException)
        {
            throw Failure(command, $"did not say its version within {(patience ?? s_patience).TotalSeconds} seconds");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The major version in an answer.</summary>
    /// <param name="command">The command that answered.</param>
    /// <param name="answer">What it said.</param>
    /// <exception cref="NodeRuntimeException">It is no version.</exception>
    internal static int MajorIn(string command, string answer) =>
        int.TryParse(answer.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : throw Failure(
                command,
                answer.Length == 0 ? "said nothing when it was asked for its version" : $"said '{Printable.OneLine(answer)}' when it was asked for its version"
            );

    private static Process Start(string command)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw Failure(command, "could not be started");
        }
    }

    /// <summary>The first line that it writes, cut off where that is long.</summary>
    private static async Task<string> AnswerOf(Process process)
    {
        // What it complains about is not read, so that it does not wait for a reader.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var answer = new char[LongestAnswer];
        var length = 0;
        while (length < LongestAnswer && !answer.AsSpan(0, length).Contains('\n'))
        {
            var read = await process.StandardOutput.ReadAsync(answer.AsMemory(length));
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return new string(answer, 0, length).Split('\n')[0].Trim();
    }

    private static NodeRuntimeException Failure(string command, string what) =>
        new($"Node.js {OldestMajor} or later runs CDKTF, and '{command}' {what}: install it and put it on the PATH, or name it in JSII_NODE");
}
