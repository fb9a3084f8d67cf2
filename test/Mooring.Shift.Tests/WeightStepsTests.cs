using FluentAssertions;
using Xunit;

namespace Mooring.Shift.Tests;

/// <summary>The weights that a shift goes through.</summary>
public sealed class WeightStepsTests
{
    [Theory]
    [InlineData(10, 50, new[] { 25, 50 }, new[] { 25, 50 })]
    [InlineData(10, 50, new int[0], new[] { 50 })]
    [InlineData(10, 50, new[] { 25 }, new[] { 25, 50 })]
    [InlineData(10, 50, new[] { 5, 10, 25 }, new[] { 25, 50 })]
    [InlineData(30, 50, new[] { 10, 25, 50 }, new[] { 50 })]
    [InlineData(90, 0, new[] { 50, 10, 0 }, new[] { 50, 10, 0 })]
    [InlineData(50, 50, new[] { 10, 25, 50 }, new int[0])]
    public void Steps_that_are_passed_are_left_out(int now, int last, int[] given, int[] ahead) => WeightSteps.Ahead(now, last, given).Should().Equal(ahead);

    [Theory]
    [InlineData(10, 50, new[] { 25, 75 }, "--steps must rise to 50, because the weight is 10 now, got 25,75")]
    [InlineData(10, 50, new[] { 25, 20, 50 }, "--steps must rise to 50, because the weight is 10 now, got 25,20,50")]
    [InlineData(90, 50, new[] { 10, 25, 50 }, "--steps must fall to 50, because the weight is 90 now, got 10,25,50")]
    public void Steps_lead_to_the_weight_without_a_way_back(int now, int last, int[] given, string message)
    {
        var plan = () => WeightSteps.Ahead(now, last, given);

        plan.Should().Throw<ShiftException>().WithMessage(message);
    }

    [Theory]
    [InlineData(new[] { 90, 10 }, 1, 25, new[] { 75, 25 })]
    [InlineData(new[] { 90, 10 }, 1, 100, new[] { 0, 100 })]
    [InlineData(new[] { 0, 100 }, 1, 25, new[] { 75, 25 })]
    [InlineData(new[] { 60, 30, 10 }, 2, 40, new[] { 40, 20, 40 })]
    [InlineData(new[] { 45, 45, 10 }, 2, 25, new[] { 38, 37, 25 })]
    [InlineData(new[] { 1, 1, 1, 0 }, 3, 1, new[] { 1, 1, 0, 1 })]
    [InlineData(new[] { 100, 0, 0 }, 2, 10, new[] { 90, 0, 10 })]
    public void The_others_share_the_rest_in_proportion(int[] beginning, int index, int weight, int[] weights) =>
        WeightSteps.With(beginning, index, weight).Should().Equal(weights);

    [Theory]
    [InlineData(new[] { 1, 1 }, 1, 50, "a weight must be between 0 and 2, the sum of the forward's weights, got 50")]
    [InlineData(new[] { 100 }, 0, 50, "the forward has one target group alone, whose weight stays 100*")]
    [InlineData(new[] { 0, 0, 100 }, 2, 50, "the other target groups have weight 0, so that it is not known how they share 50*")]
    [InlineData(new[] { 999, 999 }, 1, 500, "no weight may be above 999, got 1498, 500")]
    public void Weights_that_cannot_be_are_refused(int[] beginning, int index, int weight, string message)
    {
        var share = () => WeightSteps.With(beginning, index, weight);

        share.Should().Throw<ShiftException>().WithMessage(message);
    }

    [Theory]
    [InlineData("0s", 0, "0s")]
    [InlineData("90s", 90, "1m 30s")]
    [InlineData("5m", 300, "5m")]
    [InlineData("24h", 86400, "24h")]
    public void Times_are_read_and_written(string text, int seconds, string words)
    {
        Duration.Parse(text).Should().Be(TimeSpan.FromSeconds(seconds));
        Duration.Words(TimeSpan.FromSeconds(seconds)).Should().Be(words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("-5m")]
    [InlineData("25h")]
    [InlineData("9999999s")]
    public void What_is_no_time_is_not_read(string text) => Duration.Parse(text).Should().BeNull();
}
