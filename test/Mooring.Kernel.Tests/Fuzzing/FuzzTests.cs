using System.Globalization;
using FluentAssertions;
using Mooring.TestKit;
using Xunit;
using Xunit.Abstractions;

namespace Mooring.Kernel.Tests.Fuzzing;

/// <summary>
/// Random conversations with both kernels: no answer and no file differs. <c>MOORING_FUZZ_INPUTS</c> is how many there are, <c>MOORING_FUZZ_SEED</c>
/// what they follow from.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Steps = 60;
    private const int MostLeftToNode = 75;

    [Fact]
    public void No_answer_and_no_file_differs_from_those_of_node()
    {
        var (inputs, seed) = (Number("MOORING_FUZZ_INPUTS", 60), Number("MOORING_FUZZ_SEED", 19));
        var reasons = new Dictionary<string, int>();
        var compared = 0;
        var pair = new KernelPair();
        for (var input = 0; input < inputs; input++)
        {
            using var directory = new TemporaryDirectory();
            try
            {
                new RandomConversation(new Random(seed + input), pair.Ask, directory.Path).Run(Steps);
            }
            catch (LeftToNodeException)
            {
                reasons[pair.Unknown!] = reasons.GetValueOrDefault(pair.Unknown!) + 1;
                compared += pair.Compared;
                pair.Dispose();
                pair = new KernelPair();
            }
            catch (FallBack.EngineDifferenceException exception)
            {
                File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "difference.txt"), pair.Conversation);
                Assert.Fail($"seed {seed + input}: {exception.Message}");
            }
        }

        pair.Dispose();
        output.WriteLine($"{compared + pair.Compared} requests, {reasons.Values.Sum()} of {inputs} conversations left to Node.js");
        foreach (var (reason, count) in reasons.OrderByDescending(each => each.Value))
        {
            output.WriteLine($"{count} {reason}");
        }

        (reasons.Values.Sum() * 100 / inputs).Should().BeLessThan(MostLeftToNode, "a conversation that is left to Node.js compares no files");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
