using FluentAssertions;
using FsCheck;
using FsCheck.Xunit;
using Mooring.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>Free priorities, against a search of all numbers.</summary>
public class FreePrioritiesTests
{
    private const int Lowest = 1;
    private const int Highest = 50_000;

    [Property(MaxTest = 200)]
    public void Between_two_numbers_they_are_spread_evenly(int[] taken, int low, NonNegativeInt width, PositiveInt count)
    {
        var first = Math.Abs(low % 60);
        var last = first + (width.Get % 40) + 1;
        var free = Enumerable.Range(first + 1, last - first - 1).Where(each => !(taken ?? []).Contains(each)).ToArray();
        var places = Enumerable.Range(1, count.Get).Select(place => (place * (free.Length + 1) / (count.Get + 1)) - 1);

        var chosen = new FreePriorities(taken ?? []).Between(first, last, count.Get);

        (chosen ?? []).Should().Equal(free.Length < count.Get ? [] : places.Select(place => free[place]));
        (chosen is null).Should().Be(free.Length < count.Get);
    }

    [Property(MaxTest = 200)]
    public void Near_a_number_they_are_the_next_lower_and_the_next_higher(int[] taken, int number)
    {
        var middle = Math.Clamp(number, Lowest, Highest);
        var free = Enumerable.Range(Lowest, Highest).Except(taken ?? []).ToArray();

        new FreePriorities(taken ?? [])
            .Near(number)
            .Should()
            .Equal([.. free.Where(each => each < middle).TakeLast(1), .. free.Where(each => each >= middle).Take(1)]);
    }

    [Fact]
    public void Where_all_are_taken_there_is_none()
    {
        var all = new FreePriorities(Enumerable.Range(Lowest, Highest));

        all.Near(100).Should().BeEmpty();
        all.Between(0, null, 1).Should().BeNull();
        new FreePriorities(Enumerable.Range(2, Highest - 2)).Near(25_000).Should().Equal(Lowest, Highest);
    }
}
