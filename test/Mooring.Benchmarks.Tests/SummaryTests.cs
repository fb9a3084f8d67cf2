using FluentAssertions;
using Mooring.Benchmarks.Results;
using Xunit;

namespace Mooring.Benchmarks.Tests;

/// <summary>Medians and spreads.</summary>
public class SummaryTests
{
    [Fact]
    public void The_median_is_the_one_in_the_middle() => Summary.Of([3, 1, 200]).Should().Be(new Summary(3, 1, 200));

    [Fact]
    public void The_median_of_an_even_number_is_between_the_two_in_the_middle() => Summary.Of([4, 1, 2, 9]).Should().Be(new Summary(3, 1, 9));

    [Fact]
    public void One_measurement_has_no_spread() => Summary.Of([7]).Should().Be(new Summary(7, 7, 7));
}
