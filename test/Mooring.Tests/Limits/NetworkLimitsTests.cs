using FluentAssertions;
using Mooring.Limits;
using Xunit;

namespace Mooring.Tests.Limits;

public class NetworkLimitsTests
{
    [Theory]
    [InlineData("10.0.0.0/8", null)]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("2001:db8::/32", null)]
    [InlineData("${aws_vpc.shop.cidr_block}", null)]
    [InlineData("10.0.0.0", "must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.0'")]
    [InlineData("10.0.0.1/8", "must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.1/8'")]
    [InlineData("2001:DB8::/32", "must be in its canonical form, '2001:db8::/32', got '2001:DB8::/32'")]
    public void A_cidr_block_is_in_its_canonical_form(string value, string? fault) => NetworkLimits.Cidr(value).Should().Be(fault);
}
