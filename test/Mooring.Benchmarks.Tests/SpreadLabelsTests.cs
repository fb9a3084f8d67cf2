using FluentAssertions;
using Mooring.Benchmarks.Plots;
using Xunit;

namespace Mooring.Benchmarks.Tests;

/// <summary>The names at the ends of lines.</summary>
public class SpreadLabelsTests
{
    [Fact]
    public void Names_that_are_apart_stay() => SpreadLabels.Spread([10, 50, 30], distance: 20, bottom: 100).Should().Equal(10, 50, 30);

    [Fact]
    public void Overlapping_names_move_down() => SpreadLabels.Spread([10, 10, 50], distance: 20, bottom: 100).Should().Equal(10, 30, 50);

    [Fact]
    public void Names_at_the_bottom_move_up() => SpreadLabels.Spread([95, 100, 100], distance: 20, bottom: 100).Should().Equal(60, 80, 100);
}
