using System.Text.Json;
using FluentAssertions;
using Mooring.StandIns.ArgoCd.GoTemplates;
using Mooring.TestKit;
using Xunit;

namespace Mooring.StandIns.Tests.ArgoCd.GoTemplates;

/// <summary>The interpreter writes what Go's <c>text/template</c> and Sprig wrote, which <c>oracle.go.txt</c> ran with.</summary>
public class GoTemplateTests
{
    private static readonly string[] s_annotations =
    [
        "application",
        "cluster-name",
        "region",
        "vpc-id",
        "role-arn",
        "chart-version",
        "controller-config",
        "resources",
        "bindings",
        "on-removal",
    ];

    [Fact]
    public void A_template_becomes_the_text_or_the_error_that_go_makes_of_it()
    {
        var file = Repository.PathOf("test", "Mooring.StandIns.Tests", "ArgoCd", "GoTemplates", "oracle.json");
        var renderings = JsonSerializer.Deserialize<List<Rendering>>(File.ReadAllText(file), JsonSerializerOptions.Web)!;

        renderings.Should().HaveCountGreaterThan(90);
        foreach (var expected in renderings)
        {
            Render(expected).Should().Be(expected, "that is what Go makes of it");
        }
    }

    [Theory]
    [InlineData("{{ upper .name }}", "upper")]
    [InlineData("""{{ template "other" . }}""", "template")]
    [InlineData("""{{ printf "%05d" 1 }}""", "%0")]
    [InlineData("""{{ "\u00e9" }}""", "\\u")]
    public void What_the_interpreter_does_not_know_is_an_error_and_not_a_guess(string template, string unknown)
    {
        var render = () => GoTemplate.Render(template, Data("full"));

        render.Should().Throw<NotSupportedException>().WithMessage($"*'{unknown}'*");
    }

    [Theory]
    [InlineData("{{ .name ")]
    [InlineData("{{ if .name }}")]
    [InlineData("{{ end }}")]
    [InlineData("{{ \"x }}")]
    [InlineData("{{ .name + 1 }}")]
    [InlineData("{{ (.name }}")]
    [InlineData("{{ }}")]
    public void A_template_that_is_cut_off_is_an_error(string template)
    {
        var render = () => GoTemplate.Render(template, Data("full"));

        render.Should().Throw<GoTemplateException>();
    }

    private static Rendering Render(Rendering expected)
    {
        try
        {
            return expected with { Text = GoTemplate.Render(expected.Template, Data(expected.Secret)), Error = string.Empty };
        }
        catch (GoTemplateException exception)
        {
            return expected with { Text = string.Empty, Error = exception.Message };
        }
    }

    /// <summary>The same data as in <c>oracle.go.txt</c>.</summary>
    private static GoMap Data(string secret)
    {
        var annotations = s_annotations.ToDictionary(key => $"aws-lb-controller/{key}", key => $"the {key}");
        annotations["aws-lb-controller/bindings"] = """[{"name":"a \"b\""}]""";
        var values = new Dictionary<string, string>
        {
            ["application"] = "shop-blue",
            ["error"] = secret == "some" ? "cluster shop-blue has no annotation aws-lb-controller/region. " : "",
            ["onRemoval"] = "delete",
            ["roleArn"] = "",
            ["bindings"] = "[]",
            ["clusterName"] = "blue",
            ["region"] = "eu-west-1",
            ["vpcId"] = "vpc-0a1b2c3d4e5f60718",
            ["chartVersion"] = "3.5.0",
            ["controllerConfig"] = """{"featureGates":{"A":false}}""",
            ["resources"] = "{}",
            ["quoted"] = "say \"a\\b\"\n\té",
        };
        if (secret == "some")
        {
            annotations.Remove("aws-lb-controller/region");
            annotations.Remove("aws-lb-controller/on-removal");
        }

        var labels = ("labels", (object?)GoMap.OfText([new("environment", "production")]));
        return GoMap.Of(
            ("name", "shop-blue"),
            ("nameNormalized", "shop-blue"),
            ("server", "https://blue"),
            ("project", ""),
            ("metadata", secret == "bare" ? GoMap.Of(labels) : GoMap.Of(labels, ("annotations", GoMap.OfText(annotations)))),
            ("values", GoMap.OfText(values))
        );
    }

    private sealed record Rendering(string Secret, string Template, string Text, string Error);
}
