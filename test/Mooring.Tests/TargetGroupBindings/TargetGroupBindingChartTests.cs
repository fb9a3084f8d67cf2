using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TargetGroupBindings;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

/// <summary>The chart that ships with this library, read as the text it is: there need not be a Helm to test it.</summary>
public partial class TargetGroupBindingChartTests
{
    /// <summary>Where the built library has its chart, for the constructs.</summary>
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "charts", "targetgroupbindings");

    private static IEnumerable<string> Fields => TargetGroupBindingFields.All.Select(known => known.Name).Distinct();

    [Fact]
    public void The_fields_are_those_of_the_custom_resource_definition() =>
        Fields
            .Should()
            .BeEquivalentTo(
                "assumeRoleExternalId",
                "iamRoleArnToAssume",
                "ipAddressType",
                "multiClusterTargetGroup",
                "networking",
                "nodeSelector",
                "serviceRef",
                "targetGroupARN",
                "targetGroupName",
                "targetGroupProtocol",
                "targetType",
                "vpcID"
            );

    [Fact]
    public void The_release_has_the_version_of_the_chart() =>
        File.ReadAllLines(Path.Combine(s_folder, "Chart.yaml")).Should().Contain($"version: {TargetGroupBindingRelease.ChartVersion}");

    [Fact]
    public void The_chart_renders_every_field_from_the_value_of_its_name()
    {
        var template = File.ReadAllText(Path.Combine(s_folder, "templates", "targetgroupbindings.yaml"));

        Key().Matches(template[template.IndexOf("spec:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).Should().BeEquivalentTo(Fields);
        template.Should().ContainAll(Fields.Select(field => $".{field}"));
    }

    [Fact]
    public void The_values_file_of_the_chart_documents_every_field() =>
        DocumentedKey()
            .Matches(File.ReadAllText(Path.Combine(s_folder, "values.yaml")))
            .Select(match => match.Groups[1].Value)
            .Should()
            .BeEquivalentTo(["name", "namespace", .. Fields]);

    [Fact]
    public void The_values_of_the_chart_have_every_field() =>
        TargetGroupBindingValues
            .Of(KnownBinding.FullOfNodes)
            .Keys.Union(TargetGroupBindingValues.Of(KnownBinding.FullOfPods).Keys)
            .Should()
            .BeEquivalentTo(["name", "namespace", .. Fields]);

    /// <summary>Every property of a binding is a field, but for the object's own name, its kind and the parts of <c>serviceRef</c>.</summary>
    [Fact]
    public void Every_property_of_a_binding_is_a_field() =>
        typeof(TargetGroupBinding)
            .GetProperties()
            .Select(property => property.Name)
            .Except(["Name", "Namespace", "ServicePort", "Controller"])
            .Should()
            .BeEquivalentTo(TargetGroupBindingFields.All.Select(field => field.Property).Distinct());

    [GeneratedRegex("^  ([a-zA-Z]+):", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex("^#   ([a-zA-Z]+) ", RegexOptions.Multiline)]
    private static partial Regex DocumentedKey();
}
