using Mooring.Apply;
using Mooring.Aws;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Editing;
using Mooring.Rehearsal.Terraform;
using Mooring.Shift.Health;
using Mooring.Shift.Plans;
using Mooring.Synthesis;
using Mooring.Synthesis.Output;

namespace Mooring.Shift;

/// <summary>Prepares a shift: finds the programs that it needs, and requires that the load balancer's stack is applied as the fleet file says.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="terraform">Terraform, as the user has it.</param>
/// <param name="dialog">What it says.</param>
/// <param name="time">The clock.</param>
internal sealed class ShiftPreparation(ShiftRequest request, TerraformProgram terraform, OperatorDialog dialog, TimeProvider time)
{
    /// <summary>Prepares it; <see langword="null"/> where nothing is to be done.</summary>
    public async Task<PreparedShift?> PrepareAsync(CancellationToken cancellation)
    {
        var journal = ShiftJournal.Beside(request.FleetFile);
        var file = EditableFleet.Read(request.FleetFile, request.Warnings);
        var forward = ShiftedForward.Find(file.Fleet, request.Address, request.TargetGroup);
        var course = ShiftCourse.Of(request, forward.Index, forward.WeightsIn(file.Fleet), journal);
        if (course.Ahead.Count == 0)
        {
            dialog.WriteLine($"{request.Address}: {forward.Words(course.LastGood)} already; nothing to do");
            return null;
        }

        await AwsCli.RequireAsync("shift asks AWS for the health of targets", cancellation);
        var version = await terraform.VersionAsync(cancellation);
        var stack = StackOf(forward, file.Fleet);
        var moves = new WeightMoves(file, forward, request.Output, stack);
        dialog.ShowStatus($"synthesizing {request.FleetFile}");
        FleetSynthesis.SynthesizeFile(request.FleetFile, request.Output, new SynthesisOptions());
        dialog.ShowStatus("terraform init");
        await stack.InitAsync(version);
        dialog.ShowStatus("terraform plan");
        await RequireAppliedAsync(moves, forward, course);
        var groups = Gaining(forward, file.Fleet, course, await stack.MapsAsync());
        var gate = new HealthGate(AwsOf(FleetLocation.OfLoadBalancer(file.Fleet, forward.Address.LoadBalancer)), request.Alarms, journal?.HealthyAtBeginning);
        return new(forward, course, moves, new HealthWatch(gate, groups, time));
    }

    /// <summary>AWS is asked with the role that Terraform assumes there, unless the user names a profile.</summary>
    private AwsCli AwsOf(FleetLocation location)
    {
        var role = request.Profile is null ? location.AssumeRole : null;
        if (role is not null)
        {
            dialog.WriteLine($"AWS is asked as {role}");
        }

        return new(location.Region, request.Profile) { Role = role, Time = time };
    }

    private StackTerraform StackOf(ShiftedForward forward, FleetSpec fleet)
    {
        var name = ForwardingResource.StackOf(forward.Address, fleet);
        return new(terraform, Path.Combine(request.Output, OutputPlace.StacksFolder, name, OutputPlace.StackFile));
    }

    /// <summary>The stack must be as the file says, so that the last good weights are in the file. An interrupted step may not be applied.</summary>
    private async Task RequireAppliedAsync(WeightMoves moves, ShiftedForward forward, ShiftCourse course)
    {
        var change = await moves.PlanAsync();
        if (change.Others.Count > 0)
        {
            throw moves.MoreThanWeights(change);
        }

        if (change.ChangesWeights && !course.IsResumed)
        {
            throw new ShiftException(
                $"the weights of {request.Address} in {request.FleetFile} must be those that are applied, {forward.Words(moves.Weights)}, and Terraform would "
                    + "change them: apply the load balancer's stack first"
            );
        }
    }

    private static IReadOnlyList<WatchedGroup> Gaining(
        ShiftedForward forward,
        FleetSpec fleet,
        ShiftCourse course,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> outputs
    ) =>
        [
            .. ShiftedForward
                .Gaining(course.LastGood, course.Ahead[^1])
                .Union(ShiftedForward.Gaining(forward.WeightsIn(fleet), course.Ahead[^1]))
                .Select(index => new WatchedGroup(forward.NameOf(index), ArnOf(forward.ArnOf(fleet, index), outputs))),
        ];

    private static string ArnOf((string Output, string Key) place, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> outputs) =>
        outputs.GetValueOrDefault(place.Output)?.GetValueOrDefault(place.Key)
        ?? throw new ShiftException($"the output {place.Output} of the stack must have the ARN of '{place.Key}', and has not: apply the stack first");
}
