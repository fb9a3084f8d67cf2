using FluentAssertions;
using Mooring.Discovery.Declaration;
using Xunit;

namespace Mooring.Discovery.Tests.Declaration;

/// <summary>Parts of AWS have names that a fleet file does not take.</summary>
public class FreeNamesTests
{
    [Theory]
    [InlineData("*.Shop.example.com", "shop-example-com")]
    [InlineData("/api/*", "api")]
    [InlineData("WWW_Alb", "www-alb")]
    [InlineData("/*", "rule-10")]
    [InlineData("", "rule-10")]
    [InlineData("/äöü", "rule-10")]
    [InlineData("/a-path-that-is-so-long-that-no-label-of-dns-has-so-many-characters", "a-path-that-is-so-long-that-no-label-of-dns-has-so")]
    public void A_text_gives_a_label(string wanted, string name) => new FreeNames().Of(wanted, "rule-10").Should().Be(name);

    [Fact]
    public void A_name_that_is_taken_gets_a_number()
    {
        var names = new FreeNames();

        names.Of("shop.example.com", "rule").Should().Be("shop-example-com");
        names.Of("SHOP.example.com", "rule").Should().Be("shop-example-com-2");
        names.Of("shop-example-com-2", "rule").Should().Be("shop-example-com-2-2");
    }
}
