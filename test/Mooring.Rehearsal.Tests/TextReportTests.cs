using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>The text of a plan.</summary>
public sealed class TextReportTests
{
    private const string Same = """{ "port": 80, "name": "a" }""";
    private const string Other = """{ "port": 8080, "name": "b" }""";

    private readonly List<string> _lines = [];

    private TextReport Report => new(_lines.Add);

    [Fact]
    public void Each_changed_resource_has_a_line()
    {
        Report.Write(
            Rehearsal(
                "load-balancer-public",
                reads: 1,
                Change("aws_lb.Imported", "\"no-op\"", Same, Same, imported: true),
                Change("aws_lb.ImportedAndChanged", "\"update\"", Same, """{ "port": 81, "name": "a" }""", imported: true),
                Change("aws_lb.Made", "\"create\"", "null", Same),
                Change("aws_lb.Staying", "\"no-op\"", Same, Same),
                Change("aws_lb_listener.Replaced", "\"delete\", \"create\"", Same, Other),
                Change("aws_lb_target_group.Gone", "\"delete\"", Same, "null"),
                Change("aws_lb_target_group.Replaced", "\"create\", \"delete\"", Same, Other)
            )
        );

        _lines
            .Should()
            .Equal(
                "",
                "load-balancer-public: 2 to import, 1 to create, 1 to change, 2 to replace, 1 to destroy; 1 read a plan",
                "      aws_lb.Imported (imported)",
                "  ~   aws_lb.ImportedAndChanged (imported): port",
                "  +   aws_lb.Made",
                "  -/+ aws_lb_listener.Replaced: port, name",
                "  -   aws_lb_target_group.Gone",
                "  +/- aws_lb_target_group.Replaced: port, name"
            );
    }

    [Fact]
    public void A_plan_without_changes_says_so()
    {
        Report.Write(Rehearsal("cluster-blue", reads: 2, Change("aws_eks_cluster.Cluster", "\"no-op\"", Same, Same)));

        _lines.Should().Equal("", "cluster-blue: no changes; 2 reads a plan");
    }

    [Theory]
    [InlineData("before the others are applied")]
    [InlineData("after the others are applied")]
    public void A_stack_that_is_no_longer_in_the_fleet_is_destroyed_in_its_time(string when)
    {
        Report.WriteLeft(new StackDestruction("load-balancer-old", Plan(Change("aws_lb.LoadBalancer", "\"delete\"", Same, "null")), WasRefused: true), when);

        _lines
            .Should()
            .Equal(
                "",
                $"load-balancer-old is no longer in the fleet: destroy it {when}; 1 resource",
                "  -   aws_lb.LoadBalancer",
                "  load-balancer-old is protected: destroying it is refused until the protection is removed"
            );
    }

    /// <summary>The cost of a cluster in every plan is the sum of its stacks; a cluster with a single stack needs no sum.</summary>
    [Fact]
    public void The_reads_of_a_clusters_stacks_are_added_up()
    {
        var report = Report;
        foreach (
            var (stack, reads) in new[]
            {
                ("load-balancer-public", 1),
                ("cluster-root", 2),
                ("cluster-blue", 4),
                ("binding-blue", 8),
                ("registration-blue", 16),
            }
        )
        {
            report.Write(Rehearsal(stack, reads));
        }

        _lines.Clear();
        report.WriteTotal(SmallFleet.With("vpc:", "vpc:"));

        _lines
            .Should()
            .Equal(
                "",
                "5 stacks: no changes; 31 reads a plan",
                "  cluster blue: 3 stacks; 28 reads a plan",
                "applied in this order; a second plan of each is empty"
            );
    }

    private static StackRehearsal Rehearsal(string stack, int reads, params string[] changes) =>
        new(
            stack,
            Plan(changes),
            [
                new(Operation.Create, "aws_lb", "a"),
                .. Enumerable
                    .Range(0, reads)
                    .Select(number => new ProviderCall(number % 2 == 0 ? Operation.ReadResource : Operation.ReadDataSource, "aws_lb", "a")),
            ]
        );

    private static Plan Plan(params string[] changes) =>
        Mooring.Rehearsal.Terraform.Plan.Parse($$"""{ "resource_changes": [{{string.Join(", ", changes)}}] }""");

    private static string Change(string address, string actions, string before, string after, bool imported = false) =>
        $$"""
            { "address": "{{address}}", "mode": "managed", "type": "{{address.Split('.')[0]}}",
              "change": { "actions": [{{actions}}], "before": {{before}}, "after": {{after}}{{(imported ? ", \"importing\": { \"id\": \"a\" }" : "")}} } }
            """;
}
