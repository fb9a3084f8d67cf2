using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>The fleets that the documentation shows in full, as code blocks marked <c>yaml fleet</c>, are correct.</summary>
[Collection(nameof(SampleFleet))]
public sealed class DocumentedFleetsTests
{
    public static TheoryData<string, int> Fleets
    {
        get
        {
            var fleets = new TheoryData<string, int>();
            foreach (var file in MarkdownFile.All)
            {
                for (var index = 0; index < file.Blocks("yaml fleet").Count(); index++)
                {
                    fleets.Add(file.Path, index);
                }
            }

            return fleets;
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void A_fleet_in_the_documentation_has_no_errors(string path, int index)
    {
        var parse = () => FleetFile.Parse(new MarkdownFile(path).Blocks("yaml fleet").ElementAt(index), path);

        parse.Should().NotThrow();
    }

    [Theory]
    [InlineData("docs/get-started.md", 3)]
    [InlineData("docs/adopt-a-load-balancer.md", 1)]
    public void The_output_shown_on_a_page_is_printed(string path, int fleets)
    {
        var shown = new MarkdownFile(path).FleetsWithOutput.ToArray();

        shown.Should().HaveCount(fleets);
        foreach (var (fleet, printed) in shown)
        {
            using var directory = new TemporaryDirectory();
            var file = Path.Combine(directory.Path, "fleet.yaml");
            File.WriteAllText(file, fleet);

            var stacks = FleetSynthesis.SynthesizeFile(file, Path.Combine(directory.Path, "cdktf.out"), new SynthesisOptions()).Stacks;

            printed.Split('\n').Where(line => line.Contains("cdktf.out/", StringComparison.Ordinal)).Should().HaveSameCount(stacks);
            stacks
                .Should()
                .AllSatisfy(stack => printed.Should().MatchRegex($@"(?m)^{stack.Name} +{stack.Resources} resources?  cdktf\.out/stacks/{stack.Name}/"));
        }
    }

    [Fact]
    public void Getting_started_adds_a_load_balancer_then_a_binding_then_argo_cd()
    {
        var steps = new MarkdownFile("docs/get-started.md").Blocks("yaml fleet").Select(text => FleetFile.Parse(text)).ToArray();

        steps.Select(fleet => fleet.Clusters.Count).Should().Equal(0, 1, 3);
        steps[^1].ArgoCd.Should().NotBeNull();
    }
}
