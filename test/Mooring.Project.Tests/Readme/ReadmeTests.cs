using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
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
    public void The_example_in_c_sharp_is_code_that_compiles() => s_fromCSharp.Should().Contain(ExampleIn("ConstructsExample.cs"));

    [Fact]
    public void The_example_in_c_sharp_sends_a_host_to_a_target_group()
    {
        var synthesized = new TerraformJson(Testing.Synth(ConstructsExample.Define(TestApp.Create())));

        synthesized
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "action": [{ "forward": { "target_group": [{ "arn": "${aws_lb_target_group.Blue.arn}" }] } }]
                }
                """
            );
    }

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

    private static string ExampleIn(string file)
    {
        var text = File.ReadAllText(Repository.PathOf("test", "Mooring.Project.Tests", "Readme", file));
        var lines = text.Split("// <example>\n")[1].Split("        // </example>")[0].Split('\n');
        return string.Join('\n', lines.Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
    }
}
