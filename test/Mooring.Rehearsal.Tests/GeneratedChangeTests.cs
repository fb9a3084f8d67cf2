using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Fleets.Generated;
using Mooring.TestKit.Programs;
using Xunit;
using Xunit.Abstractions;

namespace Mooring.Rehearsal.Tests;

/// <summary>
/// For every fleet that takes the place of a deployed one: either the checks refuse it and say what to do, or Terraform applies it in Mooring's order
/// without a failure, and plans nothing afterwards.
/// </summary>
public sealed class GeneratedChangeTests(ITestOutputHelper output)
{
    /// <summary>Numbers of the histories to rehearse, such as <c>1000-1099</c>, and how many changes each has: <c>1000-1099x6</c>.</summary>
    private const string Variable = "MOORING_FLEET_HISTORIES";
    private const string Few = "1-2x3";

    public static TheoryData<int, int> Histories => FleetHistories.Of(Variable, Few);

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [MemberData(nameof(Histories))]
    public async Task Every_change_is_refused_with_what_to_do_or_applied_without_a_failure(int number, int changes)
    {
        var history = new FleetHistory(number).Changes().Take(changes + 1).ToArray();
        await using var session = await RehearsalSession.StartAsync(history[0].Fleet!);
        var living = new LivingFleet(session);
        foreach (var (index, change) in history.Index())
        {
            if (change.Fleet is { } fleet)
            {
                await Repeatable(number, index, change, () => living.ChangeAsync(fleet));
            }
            else
            {
                change.Faults.Should().OnlyContain(fault => fault.Message.Contains("must", StringComparison.Ordinal));
            }

            output.WriteLine($"{number}.{index} {Outcome(change)}: {string.Join(", ", change.Edits)}");
        }

        await Repeatable(number, changes + 1, history.Last(change => change.Fleet is not null), living.EndAsync);
    }

    private static string Outcome(FleetChange change) =>
        change.Fleet is null ? $"refused ({string.Join("; ", change.Faults.Select(fault => $"{fault.Path} {fault.Message}"))})" : "applied";

    /// <summary>Adds what one needs to repeat it to an error.</summary>
    private static async Task Repeatable(int number, int index, FleetChange change, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (TerraformException exception)
        {
            throw new TerraformException($"{Variable}={number}-{number}x{index}: {exception.Message}\n\nchange {index}: {change}");
        }
    }
}
