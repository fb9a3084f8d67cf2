using FluentAssertions;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>The changes that the rehearsal's tests apply are worth it.</summary>
public class FleetHistoryTests
{
    private static readonly FleetChange[] s_changes = [.. Enumerable.Range(1, 60).SelectMany(number => new FleetHistory(number).Changes().Skip(1).Take(5))];

    [Fact]
    public void Most_changes_are_not_refused() =>
        s_changes.Count(change => change.Fleet is null).Should().BeInRange(s_changes.Length / 20, s_changes.Length / 3);

    [Fact]
    public void Most_edits_are_made() => s_changes.SelectMany(change => change.Edits).Distinct().Count().Should().BeGreaterThan(FleetEdit.All.Count * 3 / 4);

    [Fact]
    public void Equal_numbers_have_equal_histories() =>
        new FleetHistory(7).Changes().Take(6).Select(change => change.Text).Should().Equal(new FleetHistory(7).Changes().Take(6).Select(change => change.Text));
}
