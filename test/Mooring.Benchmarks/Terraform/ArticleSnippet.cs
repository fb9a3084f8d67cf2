using System.Text.RegularExpressions;

namespace Mooring.Benchmarks.Terraform;

/// <summary>
/// A snippet of the article that Mooring grew from, in its original text: "How to use the AWS Load Balancer Controller to connect multiple EKS
/// clusters with existing Application Load Balancers" (verifa.io, 2022). The article calls its snippets once for each cluster.
/// </summary>
/// <param name="Declared">What it declares.</param>
/// <param name="Referred">What it refers to, and the article does not show.</param>
internal sealed partial record ArticleSnippet(IReadOnlyList<Element> Declared, IReadOnlyList<Element> Referred)
{
    /// <summary>Reads a snippet.</summary>
    /// <param name="name">The name of its file in <c>Terraform/Article</c>.</param>
    public static ArticleSnippet Read(string name)
    {
        using var stream = typeof(ArticleSnippet).Assembly.GetManifestResourceStream($"article/{name}.hcl")!;
        using var reader = new StreamReader(stream);
        var hcl = reader.ReadToEnd();
        Element[] declared =
        [
            .. Declarations()
                .Matches(hcl)
                .Select(match => new Element(match.Groups["kind"].Value == "data", match.Groups["type"].Value, match.Groups["name"].Value)),
        ];
        Element[] referred =
        [
            .. References()
                .Matches(hcl)
                .Select(match => new Element(match.Groups["data"].Success, match.Groups["type"].Value, match.Groups["name"].Value))
                .Distinct()
                .Except(declared),
        ];
        return new ArticleSnippet(declared, referred);
    }

    [GeneratedRegex("""(?m)^(?<kind>resource|data) "(?<type>\w+)" "(?<name>\w+)" \{""")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<![\w.])(?<data>data\.)?(?<type>(?:aws|kubernetes)_\w+)\.(?<name>\w+)\.\w")]
    private static partial Regex References();
}
