using System.Text;
using Mooring.Benchmarks.Results;
using Mooring.Benchmarks.Terraform;

namespace Mooring.Benchmarks.Reports;

/// <summary>The part of the results that is about Terraform.</summary>
/// <param name="results">What was measured of synthesis.</param>
/// <param name="cost">What was counted.</param>
internal sealed class TerraformSection(BenchmarkResults results, TerraformCost cost)
{
    /// <summary>The section, in Markdown.</summary>
    public override string ToString() =>
        new StringBuilder()
            .Append("## What Terraform has to do\n\n")
            .Append("### A plan of the sample\n\n")
            .Append(Stacks())
            .Append('\n')
            .Append(
                "The reads were counted by `rehearse`, in a second plan, which changes nothing: one for each managed resource and each data "
                    + "source. A real provider asks AWS once or more for each, and not at all for an `aws_iam_policy_document` or an `aws_partition`.\n\n"
            )
            .Append("### Fleets\n\n")
            .Append(Fleets())
            .Append('\n')
            .Append("### For each cluster, against the article's HCL\n\n")
            .Append(Jobs())
            .Append('\n')
            .Append(
                "Resources + data sources. *Declared* is what the article's two snippets have, which are called once for each cluster; *referred "
                    + "to* is what they need and the article does not show. A plan reads each once. "
            )
            .Append(
                "Not in the article's columns, because it says nothing of it: what its provider for the root cluster is configured from, a data "
                    + "source in Mooring's registration, and where the issuer of the cluster's OIDC provider comes from.\n\n"
            )
            .Append(Details())
            .Append("- Beyond the article the cluster's stack has ")
            .Append(Count(cost.Beyond))
            .Append(" resources and data sources: the EKS cluster itself, its node group, their roles, its OIDC provider, the way in from its load balancer.\n")
            .ToString();

    private MarkdownTable Stacks()
    {
        var table = new MarkdownTable("stack", "resources", "data sources", "reads a plan");
        foreach (var stack in cost.Stacks)
        {
            table.Add(
                stack.Name,
                $"{stack.Elements.Count(element => !element.IsData)}",
                $"{stack.Elements.Count(element => element.IsData)}",
                $"{stack.Reads}"
            );
        }

        table.Add(
            "all",
            $"{cost.Stacks.Sum(stack => stack.Elements.Count(element => !element.IsData))}",
            $"{cost.Stacks.Sum(stack => stack.Elements.Count(element => element.IsData))}",
            $"{cost.Stacks.Sum(stack => stack.Reads)}"
        );
        return table;
    }

    private MarkdownTable Fleets()
    {
        var table = new MarkdownTable("fleet", "stacks", "resources", "data sources", "reads to plan all", "reads per cluster");
        foreach (var fleet in results.Fleets)
        {
            var output = fleet.Output;
            var reads = output.Resources + output.DataSources;
            table.Add(
                fleet.Name,
                Format.Count(output.Stacks),
                Format.Count(output.Resources),
                Format.Count(output.DataSources),
                Format.Count(reads),
                Format.Count((long)Math.Round((double)reads / fleet.Clusters!.Value))
            );
        }

        return table;
    }

    private MarkdownTable Jobs()
    {
        var table = new MarkdownTable("job", "article, declared", "article, referred to", "Mooring", "reads, article", "reads, Mooring");
        foreach (var job in cost.Jobs)
        {
            table.Add(job.Name, Count(job.Declared), Count(job.Referred), Count(job.Mooring), $"{job.Article.Count}", $"{job.Mooring.Count}");
        }

        var jobs = cost.Jobs;
        table.Add(
            "together",
            Count([.. jobs.SelectMany(job => job.Declared)]),
            Count([.. jobs.SelectMany(job => job.Referred)]),
            Count([.. jobs.SelectMany(job => job.Mooring)]),
            $"{jobs.Sum(job => job.Article.Count)}",
            $"{jobs.Sum(job => job.Mooring.Count)}"
        );
        return table;
    }

    private string Details() =>
        string.Concat(
            cost.Jobs.Select(job =>
                $"- {char.ToUpperInvariant(job.Name[0])}{job.Name[1..]}. Article: {List(job.Article.Select(element => element.Address))}. Mooring: "
                + $"{List(job.Mooring.Select(Type))}.\n"
            )
        );

    private static string Type(Element element) => $"{(element.IsData ? "data." : string.Empty)}{element.Type}";

    private static string List(IEnumerable<string> elements) => string.Join(", ", elements.Select(element => $"`{element}`"));

    private static string Count(IReadOnlyCollection<Element> elements) =>
        $"{elements.Count(element => !element.IsData)} + {elements.Count(element => element.IsData)}";
}
