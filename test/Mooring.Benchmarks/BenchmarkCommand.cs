using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Mooring.Benchmarks.Floor;

namespace Mooring.Benchmarks;

/// <summary>The command line.</summary>
internal static class BenchmarkCommand
{
    private const string AllSizes = "1,10,100,300,500";
    private const string FewSizes = "1,10";

    /// <summary>Creates the environment.</summary>
    public static RootCommand Create()
    {
        var clusters = new Option<string>("--clusters")
        {
            Description = "The sizes of the fleets that are generated. The targets need 10, 100 and 500.",
            HelpName = "1,10,…",
            DefaultValueFactory = _ => AllSizes,
        };
        clusters.Validators.Add(CheckSizes);
        var runs = new Option<int>("--runs")
        {
            Description = "How often each contender is timed; of large fleets, less often.",
            HelpName = "number",
            DefaultValueFactory = _ => 5,
        };
        runs.Validators.Add(CheckRuns);
        var output = new Option<string>("--output", "-o")
        {
            Description = "The directory for the results: a page in Markdown and two plots.",
            HelpName = "directory",
            DefaultValueFactory = _ => Path.GetRelativePath(Environment.CurrentDirectory, Repository.PathOf("docs", "benchmarks")),
        };
        var quick = new Option<bool>("--quick") { Description = "A short look: 1 and 10 clusters, 2 runs." };
        var command = new RootCommand(
            "Measures how long Mooring takes to synthesize the sample and fleets generated from it, against the same stacks in TypeScript, and "
                + "writes what it finds. Linux only: it reads /proc."
        )
        {
            clusters,
            runs,
            output,
            quick,
        };
        command.Add(FloorCommand.Create());
        // In the background: a signal is not heard before the action has returned its task.
        command.SetAction(
            (arguments, cancellation) =>
                Task.Run(
                    () =>
                        Run(
                            arguments.GetValue(quick)
                                ? new BenchmarkOptions(Sizes(FewSizes), Runs: 2, arguments.GetRequiredValue(output))
                                : new BenchmarkOptions(
                                    Sizes(arguments.GetRequiredValue(clusters)),
                                    arguments.GetRequiredValue(runs),
                                    arguments.GetRequiredValue(output)
                                ),
                            cancellation
                        ),
                    CancellationToken.None
                )
        );
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
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C stops what is measured as well, which fails then.
            return Fail("stopped; no results were written");
        }
        catch (BenchmarkException exception)
        {
            return Fail($"{exception.Message}\nfailed; no results were written");
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }

    private static void CheckRuns(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() is < 1 and var runs)
        {
            result.AddError($"'--runs' must be at least 1, got {runs}");
        }
    }

    private static void CheckSizes(OptionResult result)
    {
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > 999)
            {
                result.AddError($"'--clusters' must be numbers between 1 and 999, got '{text}'");
            }
        }
    }

    private static int[] Sizes(string text) => [.. text.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Distinct().Order()];
}
