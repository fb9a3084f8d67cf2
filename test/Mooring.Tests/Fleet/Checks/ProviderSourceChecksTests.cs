using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>A state knows its providers by their sources.</summary>
public class ProviderSourceChecksTests
{
    private const string Theirs = "registry.example.com/hashicorp";

    [Theory]
    [InlineData("aws", null, Theirs + "/aws", "registry.terraform.io/hashicorp/aws registry.example.com/hashicorp/aws")]
    [InlineData("kubernetes", Theirs + "/kubernetes", null, "registry.example.com/hashicorp/kubernetes registry.terraform.io/hashicorp/kubernetes")]
    [InlineData("helm", "hashicorp/helm", "mirror/helm", "registry.terraform.io/hashicorp/helm registry.terraform.io/mirror/helm")]
    public void Another_source_is_refused_with_the_command_that_comes_first(string provider, string? deployed, string? source, string addresses)
    {
        var fault = Change(provider, deployed, source).Should().ContainSingle().Subject;

        fault.Path.Should().StartWith("terraform");
        fault.Message.Should().Contain($"run 'terraform state replace-provider {addresses}' in each stack that has the provider");
        fault.Code.Should().Be(ErrorCodes.Change);
    }

    [Theory]
    [InlineData(null, "hashicorp/aws")]
    [InlineData("registry.terraform.io/hashicorp/aws", null)]
    public void The_same_source_in_other_words_is_the_same(string? deployed, string? source) => Change("aws", deployed, source).Should().BeEmpty();

    private static IReadOnlyList<Fault> Change(string provider, string? deployed, string? source) =>
        ChangeFaults.Of(With(provider, deployed), With(provider, source));

    private static string With(string provider, string? source) =>
        source is null ? SmallFleet.Text : $"terraform: {{ providers: {{ {provider}: {{ source: {source} }} }} }}\n{SmallFleet.Text}";
}
