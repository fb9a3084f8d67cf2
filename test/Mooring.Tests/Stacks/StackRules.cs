using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit.Fleets;

namespace Mooring.Tests.Stacks;

/// <summary>What holds for the stacks of every fleet.</summary>
internal static class StackRules
{
    /// <summary>An ARN that the user did not write is built from the partition that Terraform finds.</summary>
    public static void EveryArnHoldsInEveryPartition(SynthesizedFleetFixture fleet)
    {
        var written = File.ReadAllText(fleet.File);
        foreach (var stack in fleet.Stacks)
        {
            ArnsIn(JsonNode.Parse(File.ReadAllText(stack.File))!)
                .Where(arn => !written.Contains(arn, StringComparison.Ordinal))
                .Should()
                .BeEmpty("stack {0} must work in aws-cn and aws-us-gov too", stack.Name);
        }
    }

    /// <summary>Stacks meet by names.</summary>
    public static void NoStackRefersToTheStateOfAnother(SynthesizedFleetFixture fleet)
    {
        foreach (var stack in fleet.Stacks)
        {
            fleet.Stack(stack.Name).DataSources("terraform_remote_state").Should().BeEmpty();
        }
    }

    /// <summary>The ARNs that a text holds, each without what is around it.</summary>
    private static IEnumerable<string> ArnsIn(JsonNode node) =>
        node switch
        {
            JsonObject map => map.Where(pair => pair.Value is not null).SelectMany(pair => ArnsIn(pair.Value!)),
            JsonArray list => list.OfType<JsonNode>().SelectMany(ArnsIn),
            JsonValue value => value.ToString().Split('"', '\'', '\\').Where(part => part.StartsWith("arn:aws", StringComparison.Ordinal)),
            _ => [],
        };
}
