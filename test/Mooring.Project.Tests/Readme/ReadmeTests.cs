using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>What the README shows is what happens.</summary>
[Collection(nameof(SampleFleet))]
public sealed class ReadmeTests(SampleFleet sample)
{
    private static readonly string s_readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void The_example_in_c_sharp_is_code_that_compiles()
        => s_readme.Should().Contain(ExampleIn("ConstructsExample.cs"));

    [Fact]
    public void The_example_in_c_sharp_sends_a_host_to_a_target_group()
    {
        var synthesized = new TerraformJson(Testing.Synth(ConstructsExample.Define(TestApp.Create())));

        synthesized.Resource("aws_lb_listener_rule")["action"]![0]!["forward"]!["target_group"]![0]!["arn"]!.GetValue<string>().Should().Be("${aws_lb_target_group.Blue.arn}");
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
        var lines = File.ReadAllText(Repository.PathOf("test", "Mooring.Project.Tests", "Readme", file)).Split("// <example>\n")[1].Split("        // </example>")[0].Split('\n');
        return string.Join('\n', lines.Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
    }
}
