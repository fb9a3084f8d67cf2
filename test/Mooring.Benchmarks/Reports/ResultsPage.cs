using System.Text;
using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Reports;

/// <summary>The results in Markdown: the targets, then ratios, then absolute numbers with the machine that they are from.</summary>
/// <param name="results">What was measured.</param>
/// <param name="machine">What it was measured on.</param>
internal sealed class ResultsPage(BenchmarkResults results, IReadOnlyList<(string What, string Value)> machine)
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "results.md";

    private static readonly Contender[] s_timed = Enum.GetValues<Contender>();

    /// <summary>The page.</summary>
    /// <param name="terraform">The section about Terraform.</param>
    public string Write(string terraform) =>
        new StringBuilder()
            .Append("# Results of the benchmark\n\n")
            .Append(
                "Written by `dotnet run -c Release --project test/Mooring.Benchmarks`. [Performance](../performance.md) tells what is measured, and how.\n\n"
            )
            .Append("## Targets\n\n")
            .Append(Targets())
            .Append('\n')
            .Append("## Ratios\n\n")
            .Append("Wall time as a multiple of another's, the median of one through that of the other.\n\n")
            .Append(Ratios())
            .Append('\n')
            .Append("Of Mooring's runs, those with the Node.js engine start Node.js, and no others: the benchmark ends otherwise.\n\n")
            .Append("Peak memory of all processes, cold, as a multiple of another's.\n\n")
            .Append(MemoryRatios())
            .Append('\n')
            .Append("## Plots\n\n")
            .Append($"![Wall time against the number of clusters]({ResultsPlots.WallTimeFile})\n\n")
            .Append($"![Peak memory against the number of clusters]({ResultsPlots.MemoryFile})\n\n")
            .Append("## The machine\n\n")
            .Append(Machine())
            .Append('\n')
            .Append("## Absolute numbers, on that machine\n\n")
            .Append("### Wall time in seconds\n\n")
            .Append(Times(result => result.Wall))
            .Append('\n')
            .Append("### CPU time of all processes in seconds\n\n")
            .Append(Times(result => result.Cpu))
            .Append('\n')
            .Append("### Peak memory of all processes\n\n")
            .Append(Memory())
            .Append('\n')
            .Append("### What a cluster more costs, in milliseconds\n\n")
            .Append(AddedClusters())
            .Append('\n')
            .Append("### What is written\n\n")
            .Append(Output())
            .Append('\n')
            .Append("### As the official CLI runs it\n\n")
            .Append(AppCommand())
            .Append('\n')
            .Append(terraform)
            .ToString();

    private MarkdownTable Targets()
    {
        var table = new MarkdownTable("what", "must hold", "measured", "verdict", "reach for", "measured", "verdict") { IsText = true };
        foreach (var target in new Targets(results).All)
        {
            table.Add(
                target.What,
                target.Required.Aim,
                target.Required.Measured ?? "–",
                target.Required.Text,
                target.ReachedFor.Aim,
                target.ReachedFor.Measured ?? "–",
                target.ReachedFor.Text
            );
        }

        return table;
    }

    private MarkdownTable Ratios()
    {
        var table = new MarkdownTable(
            "fleet",
            "cold / TypeScript",
            "cold / lazy",
            "cold / Node.js engine",
            "Node.js engine / lazy",
            "cold / writing",
            "one changed / TypeScript",
            "one changed / lazy",
            "nothing changed / TypeScript",
            "nothing changed / reading"
        );
        foreach (var fleet in results.All)
        {
            table.Add(
                fleet.Name,
                Format.Ratio(fleet.Ratio(Contender.Cold, Contender.TypeScript)),
                Format.Ratio(fleet.Ratio(Contender.Cold, Contender.TypeScriptLazy)),
                Format.Ratio(fleet.Ratio(Contender.Cold, Contender.ColdNode)),
                Format.Ratio(fleet.Ratio(Contender.ColdNode, Contender.TypeScriptLazy)),
                Format.Ratio(fleet.Ratio(Contender.Cold, Contender.Write)),
                Format.Ratio(fleet.Ratio(Contender.OneChanged, Contender.TypeScript)),
                Format.Ratio(fleet.Ratio(Contender.OneChanged, Contender.TypeScriptLazy)),
                Format.Ratio(fleet.Ratio(Contender.Unchanged, Contender.TypeScript)),
                Format.Ratio(fleet.Ratio(Contender.Unchanged, Contender.Read))
            );
        }

        return table;
    }

    private MarkdownTable MemoryRatios()
    {
        var table = new MarkdownTable("fleet", "cold / TypeScript", "cold / lazy", "cold / Node.js engine", "Node.js engine / lazy");
        foreach (var fleet in results.All)
        {
            table.Add(
                fleet.Name,
                MemoryRatio(fleet, Contender.Cold, Contender.TypeScript),
                MemoryRatio(fleet, Contender.Cold, Contender.TypeScriptLazy),
                MemoryRatio(fleet, Contender.Cold, Contender.ColdNode),
                MemoryRatio(fleet, Contender.ColdNode, Contender.TypeScriptLazy)
            );
        }

        return table;
    }

    private static string MemoryRatio(FleetResult fleet, Contender contender, Contender to) =>
        Format.Ratio((double)fleet.Contenders[contender].PeakMemory!.Value / fleet.Contenders[to].PeakMemory!.Value);

    private MarkdownTable Machine()
    {
        var table = new MarkdownTable("", "") { IsText = true };
        foreach (var (what, value) in machine)
        {
            table.Add(what, value);
        }

        return table;
    }

    private MarkdownTable Times(Func<ContenderResult, Summary> time) =>
        PerContender(result => Format.Seconds(time(result)), fleet => $"{fleet.Name}, {Format.Count(fleet.Runs, "run")}");

    private MarkdownTable Memory() => PerContender(result => result.PeakMemory is { } memory ? Format.Megabytes(memory) : "–", fleet => fleet.Name);

    private MarkdownTable PerContender(Func<ContenderResult, string> cell, Func<FleetResult, string> heading)
    {
        var table = new MarkdownTable(["", .. results.All.Select(heading)]);
        foreach (var contender in s_timed)
        {
            table.Add([contender.Name(), .. results.All.Select(fleet => cell(fleet.Contenders[contender]))]);
        }

        return table;
    }

    private MarkdownTable AddedClusters()
    {
        var steps = results.Fleets.Zip(results.Fleets.Skip(1)).ToArray();
        var table = new MarkdownTable(["", .. steps.Select(step => $"from {step.First.Clusters} to {step.Second.Clusters}")]);
        foreach (var contender in s_timed)
        {
            table.Add([contender.Name(), .. steps.Select(step => Format.Milliseconds(AddedClusterCost.Seconds(step.First, step.Second, contender)))]);
        }

        return table;
    }

    private MarkdownTable Output()
    {
        var table = new MarkdownTable("fleet", "bytes", "stacks", "resources", "data sources");
        foreach (var fleet in results.All)
        {
            table.Add(
                fleet.Name,
                Format.Count(fleet.Output.Bytes),
                Format.Count(fleet.Output.Stacks),
                Format.Count(fleet.Output.Resources),
                Format.Count(fleet.Output.DataSources)
            );
        }

        return table;
    }

    private MarkdownTable AppCommand()
    {
        var app = results.AppCommand;
        var table = new MarkdownTable("sample fleet, everything built", "wall time in seconds", "CPU time in seconds", $"`{app.Command}` as a multiple of it");
        var runs = Format.Count(app.Runs, "run");
        Add($"`{app.Command}`, from cdktf.json, nothing changed, {runs}", app.Result);
        Add($"TypeScript, lazy, through ts-node, {runs}", app.TsNode);
        Add($"TypeScript, lazy, through ts-node, types not checked, {runs}", app.TsNodeUnchecked);
        foreach (var contender in new[] { Contender.Unchanged, Contender.Cold, Contender.ColdNode, Contender.TypeScript, Contender.TypeScriptLazy })
        {
            Add(contender.Name(), results.Sample.Contenders[contender]);
        }

        return table;

        void Add(string name, ContenderResult result) =>
            table.Add(name, Format.Seconds(result.Wall), Format.Seconds(result.Cpu), Format.Ratio(app.Result.Wall.Median / result.Wall.Median));
    }
}
