using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>The README and docs/from-csharp.md are correct.</summary>
[Collection(nameof(SampleFleet))]
public sealed class ReadmeTests(SampleFleet sample)
{
    private static readonly string s_readme = File.ReadAllText(Repository.PathOf("README.md"));
    private static readonly string s_fromCSharp = File.ReadAllText(Repository.PathOf("docs", "from-csharp.md"));

    [Fact]
    public void The_table_of_constructs_is_complete()
    {
        var constructs = typeof(Mooring.LoadBalancing.TargetGroup)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Constructs.Construct)) && !type.IsSubclassOf(typeof(TerraformStack)))
            .Select(type => type.FullName!["Mooring.".Length..]);

        constructs.Where(name => !s_fromCSharp.Contains($"| `{name}` |", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void The_output_is_that_of_the_sample()
    {
        foreach (var stack in sample.Stacks)
        {
            s_readme.Should().MatchRegex($@"(?m)^{stack.Name} +{stack.Resources} resources?  cdktf\.out/stacks/{stack.Name}/cdk\.tf\.json$");
        }
    }
}
