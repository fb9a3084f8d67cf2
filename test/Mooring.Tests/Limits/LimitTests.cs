using FluentAssertions;
using Mooring.Limits;
using Xunit;

namespace Mooring.Tests.Limits;

public class LimitTests
{
    [Theory]
    [InlineData(0, 3, "abcd", "must have at most 3 characters, got 4")]
    [InlineData(1, 3, "abcd", "must have 1 to 3 characters, got 4")]
    [InlineData(1, 3, "", "must have 1 to 3 characters, got 0")]
    [InlineData(1, 3, "abc", null)]
    [InlineData(1, 3, "${local.name}", null)]
    public void A_text_has_a_length_in_a_range(int least, int most, string value, string? fault) => Limit.Length(value, least, most).Should().Be(fault);

    [Theory]
    [InlineData(0, 5, 6, "must have at most 5 entries, got 6")]
    [InlineData(1, 5, 6, "must have 1 to 5 entries, got 6")]
    [InlineData(1, int.MaxValue, 0, "must have at least 1 entry, got 0")]
    [InlineData(2, int.MaxValue, 1, "must have at least 2 entries, got 1")]
    public void A_list_has_a_number_of_entries_in_a_range(int least, int most, int count, string fault) => Limit.Entries(count, least, most).Should().Be(fault);

    [Fact]
    public void A_property_with_a_fault_is_named()
    {
        var require = () => Limit.Require("Port", "must be between 1 and 65535, got 0");

        require.Should().Throw<ArgumentException>().WithMessage("'Port' must be between 1 and 65535, got 0");
    }
}
