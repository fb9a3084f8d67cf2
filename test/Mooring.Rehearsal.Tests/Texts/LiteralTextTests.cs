using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Texts;

/// <summary>A text of a fleet file is a text: real Terraform evaluates nothing in it, and neither does CDKTF.</summary>
public sealed partial class LiteralTextTests
{
    private const string Parameters = "requestParameters: { display: page";

    /// <summary>Keys and values that CDKTF, jsii or JavaScript take for something else where they are whole.</summary>
    private const string WordsOfCdktf =
        "__proto__: a prototype, $jsii.byref: Object@1, $jsii.map: a map, Any Map Token Value: Any Map Token Value, k: String Map Token Value, //: a comment";

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("everything.yaml", 150)]
    [InlineData("everything-else.yaml", 3)]
    public async Task Every_text_reaches_aws_as_it_was_written_or_is_refused_at_its_line(string file, int least)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("test", "Mooring.TestKit", "Fleets", file));
        var dangerous = new DangerousFleet(text.Replace(Parameters, $"{Parameters}, {WordsOfCdktf}", StringComparison.Ordinal));

        dangerous.Refused.Should().OnlyContain(fault => fault.Line > 0);
        dangerous.Written.Should().HaveCountGreaterThan(least);
        await using var session = await RehearsalSession.StartAsync(dangerous.Fleet);
        await session.DeployAsync(dangerous.Fleet);
        var texts = TextsOf(session.Account);
        dangerous
            .Written.Where(written => !texts.Any(text => text.Contains(written.Value, StringComparison.Ordinal)))
            .Where(written => !NotForAws().IsMatch(written.Key))
            .Should()
            .BeEmpty();
    }

    /// <summary>Every text and every name that the account has, user data in plain text.</summary>
    private static string[] TextsOf(PretendedAccount account) =>
        [
            .. account.Objects.SelectMany(each => TextsOf(each.Value)),
            .. account.Of("aws_launch_template").Select(template => Encoding.UTF8.GetString(Convert.FromBase64String(template.Value["user_data"].Text!))),
        ];

    /// <summary>
    /// The places whose texts Terraform does not give to AWS: where its state is, what Argo CD installs from, why a warning does not count, names that
    /// are only in addresses, and the Service of nodes that register themselves.
    /// </summary>
    [GeneratedRegex(
        @"^(backend|argoCd\.gitOps|suppressWarnings)\.|\.(listeners|accessEntries)\.[^.]+ \(name\)\z|\.rules\[[0-9]+\]\.(name|renamed)\z"
            + @"|^clusters\.nodes\.bindings\[0\]\.service\."
    )]
    private static partial Regex NotForAws();

    private static IEnumerable<string> TextsOf(Value value) =>
        value switch
        {
            ObjectValue map => map.Members.SelectMany(member => TextsOf(member.Value).Prepend(member.Key)),
            ListValue list => list.Values.SelectMany(TextsOf),
            { Text: { } text } => [text, .. TextsInJson(text)],
            _ => [],
        };

    /// <summary>The texts of a JSON document, such as values of a chart.</summary>
    private static IEnumerable<string> TextsInJson(string text)
    {
        try
        {
            return text.StartsWith('{') ? TextsOf(JsonNode.Parse(text)) : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> TextsOf(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(member => TextsOf(member.Value).Prepend(member.Key)),
            JsonArray list => list.SelectMany(TextsOf),
            JsonValue value => [$"{value}"],
            _ => [],
        };
}
