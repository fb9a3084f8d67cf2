using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Limits;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests.Texts;

/// <summary>What real Terraform evaluates the template of a text to: the text.</summary>
public sealed class TerraformTextTests
{
    private const int Texts = 400;
    private const int Pieces = 6;

    private static readonly string[] s_pieces =
    [
        "$",
        "%",
        "{",
        "}",
        "~",
        "#",
        "&",
        "TfToken[",
        "TOKEN.1",
        "]",
        "if",
        "-82e297",
        "-8.2e+298",
        "e298",
        "$jsii.byref",
        "__proto__",
        "path.cwd",
        " ",
    ];

    /// <summary>As a value and as a key of JSON, and quoted in an argument of a function.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_template_of_any_text_is_the_text()
    {
        using var directory = new TemporaryDirectory();
        var terraform = TerraformProgram.Create(directory.Path, new Dictionary<string, string>());
        var texts = Random().Distinct().ToArray();
        JsonArray templates = [.. texts.Select(text => (JsonNode)TerraformText.Of(text))];
        JsonObject keys = new(texts.Select((text, index) => KeyValuePair.Create(TerraformText.Of(text), (JsonNode?)index)));
        JsonArray quoted = [.. texts.Select(text => (JsonNode)$"${{jsondecode(jsonencode(\"{TerraformText.Of(text)}\"))}}")];
        JsonObject outputs = new([Output("values", templates), Output("keys", keys), Output("quoted", quoted)]);

        await File.WriteAllTextAsync(Path.Combine(directory.Path, "main.tf.json"), new JsonObject([new("output", outputs)]).ToJsonString());
        await terraform.RunAsync(directory.Path, default, "init", "-input=false", "-no-color");
        await terraform.RunAsync(directory.Path, default, "apply", "-input=false", "-no-color", "-auto-approve");
        using var evaluated = JsonDocument.Parse(await terraform.RunAsync(directory.Path, default, "output", "-json"));

        Value("values").EnumerateArray().Select(text => text.GetString()).Should().Equal(texts);
        Value("keys").EnumerateObject().OrderBy(member => member.Value.GetInt32()).Select(member => member.Name).Should().Equal(texts);
        Value("quoted").EnumerateArray().Select(text => text.GetString()).Should().Equal(texts);

        JsonElement Value(string output) => evaluated.RootElement.GetProperty(output).GetProperty("value");
    }

    private static KeyValuePair<string, JsonNode?> Output(string name, JsonNode value) => new(name, new JsonObject([new("value", value)]));

    /// <summary>The same texts in every run.</summary>
    private static IEnumerable<string> Random()
    {
        var random = new Random(18);
        return Enumerable.Range(0, Texts).Select(_ => string.Concat(random.GetItems(s_pieces, 1 + random.Next(Pieces))));
    }
}
