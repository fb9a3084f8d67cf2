using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Priorities;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>The record beside a fleet file: what it says, and what is refused in it.</summary>
public class PriorityRecordTests
{
    private const string Reviewed = """
        {
          "comment": "Priorities of listener rules, kept by synthesis. Commit this file with the fleet file.",
          "loadBalancers": {
            "public": {
              "http": {
                "rules": {
                  "b": 20,
                  "new": 25,
                  "c": 30
                },
                "retired": [
                  10
                ]
              }
            }
          }
        }

        """;

    [Fact]
    public void It_lists_the_rules_of_a_listener_by_their_priorities()
    {
        var first = Read(FleetOf("a", "b", "c"), record: null).Record.ToJson();

        var second = Read(FleetOf("b", "new", "c"), first).Record.ToJson();

        second.Should().Be(Reviewed.ReplaceLineEndings("\n"));
        Read(FleetOf("b", "new", "c"), second).Record.ToJson().Should().Be(second);
    }

    [Fact]
    public void The_fleet_has_the_recorded_priorities() =>
        Read(FleetOf("b", "new", "c"), Reviewed)
            .Fleet.LoadBalancers["public"]
            .Listeners["http"]
            .Rules.Select(rule => (rule.Name, rule.Priority))
            .Should()
            .Equal(("b", 20), ("new", 25), ("c", 30));

    [Fact]
    public void A_listener_whose_rules_all_give_a_priority_is_not_in_it()
    {
        var text = FleetOf("a, priority: 5", "b, priority: 6");

        Read(text, record: null).Record.IsEmpty.Should().BeTrue();
        Read(text, Reviewed).Record.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void It_remembers_twenty_retired_priorities()
    {
        var recorded = new ListenerPriorities();
        for (var generation = 1; generation <= 30; generation++)
        {
            recorded = recorded.Next([new RuleSpec { Name = $"r{generation}", Priority = generation }]);
        }

        recorded.Retired.Should().Equal(Enumerable.Range(10, 20));
    }

    [Theory]
    [InlineData("\"b\": 20", "\"b\": 0", "fleet.priorities.json(7,16): loadBalancers.public.http.rules.b must be between 1 and 50000, got 0")]
    [InlineData("\"b\": 20", "\"b\": \"x\"", "fleet.priorities.json(7,16): loadBalancers.public.http.rules.b must be a whole number, got the string 'x'")]
    [InlineData("retired", "retried", "fleet.priorities.json(11,9): loadBalancers.public.http.retried is not a known key: did you mean 'retired'?")]
    [InlineData(
        "\"c\": 30",
        "\"c\": 25",
        "fleet.priorities.json(9,16): loadBalancers.public.http.rules.c must be unique, but 25 is already the priority of rule 'new': remove the line of the "
            + "rule that is not deployed"
    )]
    [InlineData("{\n  \"comment", "<<<<<<< HEAD\n{\n  \"comment", "fleet.priorities.json(3,12): is not valid JSON: *")]
    public void A_fault_in_it_is_reported_with_its_place(string old, string @new, string fault)
    {
        var read = () => Read(FleetOf("b", "new", "c"), Reviewed.ReplaceLineEndings("\n").Replace(old, @new, StringComparison.Ordinal));

        read.Should().Throw<FleetException>().Which.Faults.Should().ContainSingle().Which.ToString().Should().Match(fault);
    }

    [Fact]
    public void Faults_of_both_files_are_reported_at_once()
    {
        var read = () => Read(FleetOf("b", "B"), Reviewed.Replace("20", "0", StringComparison.Ordinal));

        read.Should().Throw<FleetException>().Which.Faults.Select(fault => fault.File).Should().Equal("fleet.priorities.json", "fleet.yaml");
    }

    [Fact]
    public void Where_no_priority_is_free_one_is_asked_for_and_free_ones_are_named()
    {
        var read = () => Read(FleetOf("b", "x", "c"), Reviewed.Replace("25", "500", StringComparison.Ordinal).Replace("30", "21", StringComparison.Ordinal));

        read.Should()
            .Throw<FleetException>()
            .Which.Faults.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Be(
                "fleet.yaml(17,13): loadBalancers.public.listeners.http.rules[1].priority is required: between the priorities of the rules beside it none "
                    + "is free; free nearby: 19, 22"
            );
    }

    [Fact]
    public void A_rule_cannot_take_a_priority_that_another_one_has_until_the_apply()
    {
        var read = () => Read(FleetOf("mine, priority: 20", "c"), Reviewed);

        read.Should()
            .Throw<FleetException>()
            .Which.Faults.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .Be(
                "fleet.yaml(16,97): loadBalancers.public.listeners.http.rules[0].priority must not be 20 yet, which rule 'b' has until this change is "
                    + "applied: Terraform changes rules in parallel, and AWS refuses a priority that is in use; free nearby: 19, 21; see "
                    + "docs/troubleshooting.md#priorityinuse"
            );
    }

    /// <summary>A listener has its new name in the record. A load balancer keeps its original one, like its stack.</summary>
    [Theory]
    [InlineData("      http:\n", "      web:\n        renamed: http\n", "public", "web")]
    [InlineData("  public:\n", "  edge:\n    renamed: public\n", "public", "http")]
    public void It_follows_a_rename(string old, string @new, string loadBalancer, string listener)
    {
        var text = FleetOf("b", "new", "c")
            .Replace(old, @new, StringComparison.Ordinal)
            .Replace("loadBalancer: public", $"loadBalancer: {(old == "  public:\n" ? "edge" : "public")}", StringComparison.Ordinal);

        var (fleet, record) = Read(text, Reviewed);

        fleet.LoadBalancers.Values.Single().Listeners.Values.Single().Rules.Select(rule => rule.Priority).Should().Equal(20, 25, 30);
        record
            .LoadBalancers[loadBalancer][listener]
            .Rules.Should()
            .Equal(
                new Dictionary<string, int>
                {
                    ["b"] = 20,
                    ["new"] = 25,
                    ["c"] = 30,
                }
            );
        Read(text, record.ToJson()).Record.ToJson().Should().Be(record.ToJson());
    }

    /// <summary>The small fleet with rules. Their conditions follow their places.</summary>
    internal static string FleetOf(params string[] rules) =>
        SmallFleet.TextWith("        defaultAction:", $"        rules:\n{string.Concat(rules.Select(RuleAt))}        defaultAction:");

    private static string RuleAt(string rule, int place) =>
        $"          - {{ hosts: [{place}.example.com], fixedResponse: {{ statusCode: 404 }}, name: {rule} }}\n";

    private static (FleetSpec Fleet, PriorityRecord Record) Read(string text, string? record) =>
        new FleetReader("fleet.yaml", new WarningOptions())
        {
            Record = record is null ? null : new PriorityRecordFile("fleet.priorities.json", record.ReplaceLineEndings("\n")),
        }.Read(text);
}
