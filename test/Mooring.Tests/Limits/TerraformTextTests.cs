using FluentAssertions;
using Mooring.Limits;
using Xunit;

namespace Mooring.Tests.Limits;

public class TerraformTextTests
{
    [Theory]
    [InlineData("team", "team")]
    [InlineData("vpc-0a1b2c3d4e5f60718", "vpc-0a1b2c3d4e5f60718")]
    [InlineData("$5 and 10%", "$5 and 10%")]
    [InlineData("${path.cwd}", "$%{if false}%{endif}{path.cwd}")]
    [InlineData("$${path.cwd}", "$$%{if false}%{endif}{path.cwd}")]
    [InlineData("%{ if true }", "%%{ if true }")]
    [InlineData("%%{ if true }", "%%%{ if true }")]
    [InlineData("#{TfToken[TOKEN.1]}", "#{TfToken[%{if false}%{endif}TOKEN.1]}")]
    [InlineData("TfToken[TOKEN.1]", "TfToken[TOKEN.1]")]
    [InlineData("blue-82e297", "blue-82%{if false}%{endif}e297")]
    [InlineData("__proto__", "%{if false}%{endif}__proto__")]
    public void A_text_is_a_template_of_itself(string text, string template)
    {
        TerraformText.Of(text).Should().Be(template);
        TerraformText.LiteralOf(template).Should().Be(text);
    }

    /// <summary>From -(2 - 1/16) * 2^992 to -2 * 2^992, and the numbers around them.</summary>
    [Theory]
    [InlineData("-8.10e298", true)]
    [InlineData("-8.2e298", false)]
    [InlineData("-8.3E298", true)]
    [InlineData("-8.38e298", true)]
    [InlineData("8.2e298", true)]
    [InlineData("-82e297", false)]
    [InlineData("1-82e297", true)]
    [InlineData("x-82e297", false)]
    [InlineData("-82e297-1", false)]
    public void A_number_of_cdktfs_is_seen_where_cdktf_sees_one(string text, bool isVerbatim) =>
        (TerraformText.Verbatim(text) is null && TerraformText.Of(text) == text).Should().Be(isVerbatim);

    [Theory]
    [InlineData("${path.cwd}", true)]
    [InlineData("%{ if true }", true)]
    [InlineData("${TfToken[TOKEN.1]}", false)]
    [InlineData("#{TfToken[TOKEN.1]}", false)]
    [InlineData("&{TfToken[TOKEN.1]}", false)]
    [InlineData("String Map Token Value", false)]
    public void Only_what_cdktf_resolves_cannot_be_written_as_it_is(string text, bool isVerbatim) =>
        (TerraformText.Verbatim(text) is null).Should().Be(isVerbatim);

    [Theory]
    [InlineData("blue-82e29", null)]
    [InlineData("blue-82e297", "must not contain what CDKTF takes for a token of its own, got 'blue-82e297'")]
    [InlineData("__proto__", "must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got '__proto__'")]
    public void A_label_is_one_of_dns_that_cdktf_writes_as_it_is(string text, string? fault) => TerraformText.Label(text).Should().Be(fault);

    [Fact]
    public void A_literal_text_is_checked_also_where_it_looks_like_a_token()
    {
        const string token = "${TfToken[TOKEN.1]}";
        KubernetesLimits.DnsLabel(token).Should().BeNull("a construct may have a token");

        using (Limit.OfLiterals())
        {
            KubernetesLimits.DnsLabel(token).Should().NotBeNull("a fleet file has none");
        }

        KubernetesLimits.DnsLabel(token).Should().BeNull();
    }

    [Theory]
    [InlineData("#{TfToken[TOKEN.1]}", true)]
    [InlineData("#{TfToken[TOKEN.1]} and more", false)]
    [InlineData("#{subnet}", false)]
    public void A_list_is_a_token_only_where_cdktf_made_it(string entry, bool isToken) => Limit.IsToken([entry]).Should().Be(isToken);
}
