using FluentAssertions;
using Mooring.Rehearsal.Steps;
using Xunit;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>The fleets of the steps: who has what weight in which of them.</summary>
public class StepPlannerTests
{
    private const string Quiet = """
                  - name: quiet
                    hosts: [quiet.example.com]
                    forward: { targetGroups: [{ cluster: blue, weight: 7 }] }
                  - name: shop

        """;

    private static readonly Story s_story = new("weights", "blue, weight: 30 } => blue, weight: 70 }", "green, weight: 70 } => green, weight: 30 }")
    {
        Before =
        [
            "          - name: shop\n => " + Quiet,
            "- { cluster: blue } => - { cluster: blue, weight: 30 }\n                - { cluster: green, weight: 70 }",
            .. Stories.Named("add-a-cluster").Changes.Take(1),
        ],
    };

    [Fact]
    public void Weights_are_moved_by_percentages_of_the_change()
    {
        var steps = Plan(25, 50);

        steps.Where(step => step.Kind == StepKind.Shift).Select(step => Weights(step, "shop")).Should().Equal("40:60", "50:50", "70:30");
    }

    [Fact]
    public void Weights_that_stay_are_not_written_anew() => Plan(25, 50).Select(step => Weights(step, "quiet")).Should().OnlyContain(weights => weights == "7");

    [Fact]
    public void What_is_new_has_no_weight_before_the_shift()
    {
        var story = Stories.Named("blue-green");

        var steps = new StepPlanner(story.Deployed, story.Next).Plan();

        Weights(steps.First(step => step.Name == "expand"), "shop").Should().Be("0:1");
        Weights(steps.First(step => step.Name == "shift"), "shop").Should().Be("1:0");
        Weights(steps.First(step => step.Name == "rules"), "shop").Should().Be("1");
    }

    private static IReadOnlyList<FleetStep> Plan(params int[] percentages) =>
        new StepPlanner(s_story.Deployed, s_story.Next) { Percentages = percentages }.Plan();

    private static string Weights(FleetStep step, string rule) =>
        string.Join(
            ':',
            step.Fleet.LoadBalancers["public"].Listeners["http"].Rules.Single(each => each.Name == rule).Forward!.TargetGroups.Select(target => target.Weight)
        );
}
