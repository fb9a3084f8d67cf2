using FluentAssertions;

namespace Mooring.TestKit.Fuzzing;

/// <summary>Tries texts that are changed by chance: each ends in a result, or in an error that its reader foresees.</summary>
internal static class Fuzz
{
    private const int MostListed = 10;

    /// <summary>Tries some texts. Each follows from the seed and its own number, so that a failure can be tried again.</summary>
    /// <param name="few">How many, where nothing else is asked for.</param>
    /// <param name="verdict">What is wrong with what comes of a text; <see langword="null"/> for nothing. What it throws is wrong, too.</param>
    /// <param name="texts">The texts before they are changed.</param>
    public static void Try(int few, Func<string, string?> verdict, params string[] texts)
    {
        var wrong = new List<string>();
        for (var number = 0; number < FuzzSize.Or(few) && wrong.Count < MostListed; number++)
        {
            var mutated = new MutatedText(new Random(FuzzSize.Seed + number)).Of(texts[number % texts.Length]);
            try
            {
                wrong.AddRange(verdict(mutated) is { } said ? [$"input {number}: {said}"] : Array.Empty<string>());
            }
#pragma warning disable CA1031 // whatever it is, it is what the test looks for
            catch (Exception exception)
#pragma warning restore CA1031
            {
                wrong.Add($"input {number}: {exception}");
            }
        }

        wrong.Should().BeEmpty("seed {0}", FuzzSize.Seed);
    }

    /// <summary>What is wrong with an error: it must be one line of words, however long and strange the text was that it is about.</summary>
    public static string? NotASentence(Exception exception) =>
        exception.Message.Contains('\n', StringComparison.Ordinal) || exception.Message.Length > 1000 ? $"no sentence: {exception.Message}" : null;
}
