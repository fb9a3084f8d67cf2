using System.Text.Json;
using Mooring.Fleet;
using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal.Reports;

/// <summary>Writes the results of a rehearsal as one JSON object, for pipelines.</summary>
/// <param name="writeLine">Writes a line.</param>
public sealed class JsonReport(Action<string> writeLine) : IRehearsalReport
{
    private readonly List<object> _stacks = [];
    private TrafficReport? _traffic;

    /// <inheritdoc/>
    public void WriteHeading() { }

    /// <inheritdoc/>
    public void Write(StackRehearsal stack) =>
        _stacks.Add(
            new
            {
                Name = stack.Stack,
                Step = "apply",
                stack.Reads,
                Changes = PlanJson.ChangesOf(stack.Plan),
                AdoptedDefaults = stack.AdoptedDefaults.Where(adopted => adopted.Value.Count > 0).ToDictionary(),
            }
        );

    /// <inheritdoc/>
    public void WriteLeft(StackDestruction stack, string place) =>
        _stacks.Add(
            new
            {
                Name = stack.Stack,
                Step = "destroy",
                When = place,
                Changes = PlanJson.ChangesOf(stack.Plan),
                IsProtected = stack.WasRefused,
            }
        );

    /// <inheritdoc/>
    public void WriteTotal(FleetSpec fleet) { }

    /// <inheritdoc/>
    public void Write(TrafficReport traffic) => _traffic = traffic;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<StackDestruction> destructions) =>
        writeLine(
            JsonSerializer.Serialize(
                new
                {
                    Stacks = _stacks,
                    Traffic = _traffic,
                    Destroyed = destructions.Select(stack => new
                    {
                        Name = stack.Stack,
                        stack.Resources,
                        IsProtected = stack.WasRefused,
                    }),
                },
                PlanJson.Options
            )
        );
}
