using System.ComponentModel;
using System.Text.Json;
using Mooring.Aws;

namespace Mooring.Discovery.Answers;

/// <summary>What is asked of AWS. A question that can be done without and fails is noted, and has no answer.</summary>
/// <param name="aws">The AWS CLI.</param>
/// <param name="notes">What is noted.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class Questions(AwsCli aws, Notes notes, CancellationToken cancellation)
{
    /// <summary>How many are asked at once: each is a process, and AWS throttles those who ask too fast.</summary>
    private const int AtOnce = 6;

    /// <summary>Where it asks, for notes: <c> in us-east-1</c>.</summary>
    /// <value>Defaults to nothing: only one region of one account is asked.</value>
    public string Where { get; init; } = string.Empty;

    /// <summary>Asks.</summary>
    /// <param name="arguments">Service, command and options.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AwsException">It failed, or is refused.</exception>
    public Task<JsonElement> AskAsync(params string[] arguments) => aws.AskAsync(cancellation, arguments);

    /// <summary>Asks for something that can be done without.</summary>
    /// <param name="owner">What it belongs to: <c>load balancer www</c>.</param>
    /// <param name="what">What is asked for: <c>its attributes</c>.</param>
    /// <param name="arguments">Service, command and options.</param>
    /// <returns>The answer; <see langword="null"/> where a permission is missing, or the question failed otherwise.</returns>
    /// <exception cref="AwsException">The AWS CLI could not be started.</exception>
    public async Task<JsonElement?> TryAskAsync(string owner, string what, params string[] arguments)
    {
        try
        {
            return await aws.AskAsync(cancellation, arguments);
        }
        catch (AwsException exception) when (exception.IsDenied)
        {
            notes.AddUnread(owner, $"{what} could not be read, because AWS refuses 'aws {arguments[0]} {arguments[1]}'{Where}");
            return null;
        }
        catch (AwsException exception) when (exception.InnerException is not Win32Exception)
        {
            notes.AddUnread(owner, $"{what} could not be read{Where}: {Printable.OneLine(exception.Message)}");
            return null;
        }
    }

    /// <summary>Asks for several things, a few at a time.</summary>
    /// <returns>The answers, in the order of the things.</returns>
    public async Task<IReadOnlyList<TAnswer>> ForEachAsync<T, TAnswer>(IReadOnlyList<T> things, Func<T, Task<TAnswer>> ask)
    {
        var answers = new TAnswer[things.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, things.Count), options, async (index, _) => answers[index] = await ask(things[index]));
        return answers;
    }
}
