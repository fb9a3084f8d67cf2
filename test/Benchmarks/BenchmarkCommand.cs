using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Mooring.Benchmarks.Floor;

namespace Mooring.Benchmarks;

/// <summary>The command line.</summary>
internal static class BenchmarkCommand
{
    private static readonly int[] s_clusters = [1, 10, 100, 500];
    private static readonly int[] s_fewClusters = [1, 10];

    /// <summary>Makes it.</summary>
    public static RootCommand Create()
    {
        var clusters = new Option<int[]>("--clusters")
        {
            Description = "The sizes of the fleets that are generated. The targets need 10, 100 and 500.",
            HelpName = "1,10,…",
            DefaultValueFactory = _ => s_clusters,
            CustomParser = Sizes,
        };
        var runs = new Option<int>("--runs")
        {
            Description = "How often each contender is timed; of large fleets, less often.",
            HelpName = "number",
            DefaultValueFactory = _ => 5,
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The directory for the results: a page in Markdown and two plots.",
            HelpName = "directory",
            DefaultValueFactory = _ => Path.GetRelativePath(Environment.CurrentDirectory, Repository.PathOf("docs", "benchmarks")),
        };
        var quick = new Option<bool>("--quick") { Description = "A short look: 1 and 10 clusters, 2 runs." };
        var command = new RootCommand("Measures how long Mooring takes to synthesize the sample and fleets generated from it, against the same stacks in TypeScript, and writes what it finds. Linux only: it reads /proc.") { clusters, runs, output, quick };
        command.Add(FloorCommand.Create());
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(
            arguments.GetValue(quick)
                ? new BenchmarkOptions(s_fewClusters, Runs: 2, arguments.GetRequiredValue(output))
                : new BenchmarkOptions(arguments.GetRequiredValue(clusters), arguments.GetRequiredValue(runs), arguments.GetRequiredValue(output)),
            cancellation)));
        return command;
    }

    private static int Run(BenchmarkOptions options, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Fail("it measures processes with Linux's /proc: run it on Linux");
        }

        try
        {
            new Benchmark(options, cancellation).Run();
            return 0;
        }
        catch (BenchmarkException exception)
        {
            return Fail($"{exception.Message}\nfailed; no results were written");
        }
        catch (OperationCanceledException)
        {
            return Fail("stopped; no results were written");
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }

    private static int[]? Sizes(ArgumentResult result)
    {
        var sizes = new SortedSet<int>();
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > 999)
            {
                result.AddError($"'--clusters' must be numbers between 1 and 999, got '{text}'");
                return null;
            }

            sizes.Add(size);
        }

        return [.. sizes];
    }
}
