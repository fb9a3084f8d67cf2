using FluentAssertions;
using Mooring.Fleet.Reading;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

public class DidYouMeanTests
{
    [Fact]
    public void The_nearest_key_is_meant_wherever_it_stands() => DidYouMean.Of("wieght", ["height", "weight", "right"]).Should().Be("weight");

    [Theory]
    [InlineData("Delivery", "delivery")]
    [InlineData("targetGr", "targetGroup")]
    [InlineData("nmae", "name")]
    [InlineData("vp", "vpc")]
    public void A_key_is_near_with_three_edits_or_less(string name, string key) => DidYouMean.Of(name, [key]).Should().Be(key);

    [Theory]
    [InlineData("web", "vpc")]
    [InlineData("vpcs", "tags")]
    [InlineData("deliwxyz", "delivery")]
    [InlineData("target", "targetGroup")]
    public void No_key_is_near_with_more_edits_or_with_another_half(string name, string key) => DidYouMean.Of(name, [key]).Should().BeNull();
}
