using System.Globalization;
using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>The pages of decisions.</summary>
public class DecisionsTests
{
    [Fact]
    public void They_are_numbered_from_one_without_a_gap_and_their_headings_have_the_numbers()
    {
        var pages = Directory.GetFiles(Repository.PathOf("docs", "decisions"), "*.md").Order(StringComparer.Ordinal).ToArray();

        pages
            .Select(page => Path.GetFileName(page)[..4])
            .Should()
            .Equal(Enumerable.Range(1, pages.Length).Select(number => number.ToString("0000", CultureInfo.InvariantCulture)));
        pages
            .Should()
            .AllSatisfy(page => File.ReadLines(page).First().Should().StartWith($"# {int.Parse(Path.GetFileName(page)[..4], CultureInfo.InvariantCulture)}. "));
    }
}
