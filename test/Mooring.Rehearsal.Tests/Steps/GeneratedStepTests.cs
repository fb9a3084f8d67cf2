using System.Globalization;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Fleet.Writing;
using Mooring.Rehearsal.Steps;
using Mooring.TestKit.Fleets.Generated;
using Mooring.TestKit.Programs;
using Xunit;
using Xunit.Abstractions;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>For every two fleets: either there are steps from one to the other that hold, or it is said which one does not and why.</summary>
public sealed class GeneratedStepTests(ITestOutputHelper output)
{
    /// <summary>Numbers of the histories whose changes are rehearsed with Terraform, such as <c>1000-1099</c>, and how many changes each has.</summary>
    private const string Variable = "MOORING_STEP_HISTORIES";
    private const string Few = "3-3x2";

    [Fact]
    public void Of_two_hundred_pairs_no_plan_takes_a_request_away()
    {
        var (held, refused) = (0, 0);
        foreach (var (number, change) in Enumerable.Range(1, 50).SelectMany(number => Pairs(number).Take(4).Select(change => (number, change))))
        {
            if (Refusal(change) is { } why)
            {
                refused++;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} refused: {why}; {string.Join(", ", change.Edits)}"));
            }
            else
            {
                held++;
                var (deployed, fleet) = Read(change);
                Lost(deployed, new StepPlanner(deployed, fleet).Plan()).Should().BeEmpty("history {0}, {1}", number, change);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{held} plans, {refused} refused"));
        (held + refused).Should().Be(200);
        held.Should().BeGreaterThan(100);
    }

    /// <summary>The histories that are rehearsed.</summary>
    public static TheoryData<int, int> Histories => FleetHistories.Of(Variable, Few);

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [MemberData(nameof(Histories))]
    public async Task A_rehearsed_plan_holds_or_says_why_not(int number, int changes)
    {
        foreach (var change in Pairs(number).Take(changes))
        {
            if (Refusal(change) is { } refusal)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} refused: {refusal}; {string.Join(", ", change.Edits)}"));
                continue;
            }

            var (deployed, fleet) = Read(change);
            if (deployed.Clusters.Values.Any(cluster => cluster is { Existing: false, Controller.Role: not null }))
            {
                // Their role was there before the cluster: a simulated account cannot be made with it at once.
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} left out: {string.Join(", ", change.Edits)}"));
                continue;
            }

            await using var session = await RehearsalSession.StartAsync(fleet, deployed);
            var plan = await StepRehearsal.PlanAsync(session, deployed, fleet, [], _ => { });
            var why = plan.Obstacle ?? string.Join("; ", plan.Traffic!.Findings.Select(finding => $"{finding.What} from {finding.From}: {finding.Why}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} {(plan.Holds ? "holds" : why)}: {string.Join(", ", change.Edits)}"));
            if (plan.Holds)
            {
                Lost(deployed, [.. plan.Steps.Select(step => step.Step)]).Should().BeEmpty("history {0}, {1}", number, change);
            }
            else
            {
                why.Should().NotBeEmpty();
            }
        }
    }

    private static IEnumerable<FleetChange> Pairs(int number) => new FleetHistory(number).Changes().Where(change => change.Before is not null);

    private static (FleetSpec Deployed, FleetSpec Fleet) Read(FleetChange change)
    {
        var deployed = FleetFile.Parse(change.Before!);
        return (
            deployed,
            new FleetReader("fleet.yaml", new()) { Deployed = deployed, ChecksChange = false }
                .Read(change.Text)
                .Fleet
        );
    }

    /// <summary>Why the checks refuse a plan; <see langword="null"/> where they do not.</summary>
    private static string? Refusal(FleetChange change)
    {
        var step = "the file";
        try
        {
            var (current, fleet) = Read(change);
            var planner = new StepPlanner(current, fleet);
            foreach (var next in planner.Obstacle is null ? planner.Plan() : [])
            {
                step = next.Name;
                current = new FleetReader(step, new()) { Deployed = current }
                    .Read(FleetYaml.Write(next.Fleet))
                    .Fleet;
            }

            return planner.Obstacle;
        }
        catch (FleetException exception)
        {
            exception.Faults.Should().NotBeEmpty();
            return $"{step}: {exception.Faults[0].Path} {exception.Faults[0].Message}";
        }
    }

    /// <summary>The rules that answer before and afterwards, and lose a share of their answers in between.</summary>
    private static List<string> Lost(FleetSpec deployed, IReadOnlyList<FleetStep> steps)
    {
        var applied = new AppliedFleets(deployed);
        var before = applied.Answers();
        var moments = new List<(string Name, Dictionary<(string, int, string), double> Answers)>();
        foreach (var step in steps)
        {
            applied.Apply(step, stack => moments.Add(($"{step.Name}, {stack}", applied.Answers())));
        }

        var after = applied.Answers();
        return moments.Count == 0
            ? []
            :
            [
                .. before
                    .Where(rule => after.ContainsKey(rule.Key))
                    .Select(rule =>
                        (
                            Rule: rule.Key,
                            Owed: Math.Min(rule.Value, after[rule.Key]),
                            Worst: moments.MinBy(moment => moment.Answers.GetValueOrDefault(rule.Key))
                        )
                    )
                    .Where(rule => rule.Worst.Answers is not null && rule.Worst.Answers.GetValueOrDefault(rule.Rule) < rule.Owed - 0.02)
                    .Select(rule => $"{rule.Rule} in {rule.Worst.Name}"),
            ];
    }
}
