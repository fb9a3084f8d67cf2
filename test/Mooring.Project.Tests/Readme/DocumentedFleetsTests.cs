using FluentAssertions;
using Mooring.Fleet.Reading;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>The fleets that the documentation shows in full, as code blocks marked <c>yaml fleet</c>, are correct.</summary>
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

    [Fact]
    public void Getting_started_adds_a_load_balancer_then_a_binding_then_argo_cd()
    {
        var steps = new MarkdownFile("docs/get-started.md").Blocks("yaml fleet").Select(text => FleetFile.Parse(text)).ToArray();

        steps.Select(fleet => fleet.Clusters.Count).Should().Equal(0, 1, 3);
        steps[^1].ArgoCd.Should().NotBeNull();
    }
}
