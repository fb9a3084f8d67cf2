using FluentAssertions;
using Mooring.Limits;
using Xunit;

namespace Mooring.Tests.Limits;

public class KubernetesLimitsTests
{
    private const string Token = "${data.aws_eks_cluster.Cluster.name}";

    [Theory]
    [InlineData("app")]
    [InlineData("App_1.2")]
    [InlineData("argocd.argoproj.io/secret-type")]
    [InlineData(Token)]
    public void A_label_has_a_name_and_perhaps_a_prefix(string key) => KubernetesLimits.LabelKey(key).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("-app")]
    [InlineData("/app")]
    [InlineData("example.com/")]
    [InlineData("Example.com/app")]
    [InlineData("example.com/a/b")]
    [InlineData("app\n")]
    public void Anything_else_is_no_key_of_a_label(string key) =>
        KubernetesLimits
            .LabelKey(key)
            .Should()
            .Be(
                "must be a Kubernetes label key: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, "
                    + $"with or without a DNS subdomain and '/' in front, got '{key}'"
            );

    [Fact]
    public void A_labels_name_has_63_characters_and_its_prefix_253()
    {
        KubernetesLimits.LabelKey($"{Subdomain(253)}/{Repeat('a', 63)}").Should().BeNull();
        KubernetesLimits.LabelKey($"{Subdomain(254)}/a").Should().NotBeNull();
        KubernetesLimits.LabelKey(Repeat('a', 64)).Should().NotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("Shop_1.2-blue")]
    [InlineData(Token)]
    public void A_label_value_may_be_empty(string value) => KubernetesLimits.LabelValue(value).Should().BeNull();

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/blue")]
    [InlineData("blue-")]
    [InlineData("blue\n")]
    public void An_arn_is_no_label_value(string value) =>
        KubernetesLimits
            .LabelValue(value)
            .Should()
            .Be($"must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, got '{value}'");

    [Fact]
    public void A_label_value_has_63_characters()
    {
        KubernetesLimits.LabelValue(Repeat('a', 63)).Should().BeNull();
        KubernetesLimits.LabelValue(Repeat('a', 64)).Should().NotBeNull();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1-a")]
    [InlineData(Token)]
    public void A_dns_label_is_in_lower_case(string value) => KubernetesLimits.DnsLabel(value).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a.b")]
    [InlineData("a_b")]
    [InlineData("a-")]
    public void Anything_else_is_no_dns_label(string value) =>
        KubernetesLimits.DnsLabel(value).Should().Be($"must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got '{value}'");

    [Theory]
    [InlineData("a")]
    [InlineData("shop.example.com")]
    [InlineData(Token)]
    public void A_dns_subdomain_has_parts(string value) => KubernetesLimits.DnsSubdomain(value).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("a.-b")]
    [InlineData(".a")]
    [InlineData("A.b")]
    public void Anything_else_is_no_dns_subdomain(string value) =>
        KubernetesLimits
            .DnsSubdomain(value)
            .Should()
            .Be($"must be 1 to 253 lower-case letters, digits, hyphens and dots, a letter or digit at both ends of each part, got '{value}'");

    [Fact]
    public void A_dns_subdomain_has_253_characters()
    {
        KubernetesLimits.DnsSubdomain(Subdomain(253)).Should().BeNull();
        KubernetesLimits.DnsSubdomain(Subdomain(254)).Should().NotBeNull();
    }

    [Fact]
    public void Annotations_have_256_kibibytes_together()
    {
        KubernetesLimits.Annotations(new Dictionary<string, string>()).Should().BeNull();
        KubernetesLimits.Annotations(new Dictionary<string, string> { ["a"] = Repeat('x', 131071), ["b"] = Repeat('x', 131071) }).Should().BeNull();
        KubernetesLimits
            .Annotations(new Dictionary<string, string> { ["a"] = Repeat('x', 131071), ["b"] = Repeat('x', 131072) })
            .Should()
            .Be("must have at most 262144 bytes, keys and values together, got 262145");
    }

    [Fact]
    public void Annotations_are_measured_in_utf_8() =>
        KubernetesLimits
            .Annotations(new Dictionary<string, string> { ["a"] = Repeat('ä', 131072) })
            .Should()
            .Be("must have at most 262144 bytes, keys and values together, got 262145");

    [Fact]
    public void An_escaped_annotation_is_measured_as_kubernetes_gets_it()
    {
        var annotations = new Dictionary<string, string> { ["a"] = "%%{" + Repeat('x', 262141) };
        KubernetesLimits.Annotations(annotations).Should().BeNull("Terraform makes '%{' of '%%{'");

        using (Limit.OfLiterals())
        {
            KubernetesLimits.Annotations(annotations).Should().Be("must have at most 262144 bytes, keys and values together, got 262145");
        }
    }

    [Theory]
    [InlineData("100m")]
    [InlineData("0.5")]
    [InlineData("256Mi")]
    [InlineData(Token)]
    public void A_quantity_has_a_number_and_perhaps_a_suffix(string value) => KubernetesLimits.Quantity(value).Should().BeNull();

    [Fact]
    public void A_quantity_has_64_characters()
    {
        KubernetesLimits.Quantity(Repeat('1', 64)).Should().BeNull();
        KubernetesLimits.Quantity(Repeat('1', 65)).Should().Be($"must be a Kubernetes quantity such as '100m' or '256Mi', got '{Repeat('1', 65)}'");
    }

    private static string Repeat(char character, int count) => new(character, count);

    /// <summary>A DNS subdomain of a length: its parts have one character each, but for the last.</summary>
    private static string Subdomain(int length) => string.Concat(Enumerable.Repeat("a.", (length - 1) / 2)) + Repeat('a', length % 2 == 0 ? 2 : 1);
}
