using Mooring.Apply;
using Mooring.Fleet.Editing;
using Mooring.Fleet.Faults;
using Mooring.Shift.Plans;
using Mooring.Synthesis;

namespace Mooring.Shift;

/// <summary>Moves the weights of one forward: in the fleet file, in the synthesized stack, and with Terraform.</summary>
/// <param name="file">The fleet file.</param>
/// <param name="forward">The forward.</param>
/// <param name="output">The output directory.</param>
/// <param name="terraform">Terraform in the load balancer's stack.</param>
internal sealed class WeightMoves(EditableFleet file, ShiftedForward forward, string output, StackTerraform terraform)
{
    private EditableFleet _file = file;

    /// <summary>The weights that the file has now.</summary>
    public IReadOnlyList<int> Weights => forward.WeightsIn(_file.Fleet);

    /// <summary>The file that has them: the fleet file, or one that it extends.</summary>
    public string File => _file.FileOf(forward.Address);

    /// <summary>Address of the resource that has the weights.</summary>
    public string Address => Resource.Address;

    private ForwardingResource Resource => ForwardingResource.Of(forward.Address, _file.Fleet, terraform.Content());

    /// <summary>Synthesizes the fleet as this shift has read and edited it, also where somebody edits the file meanwhile.</summary>
    public void Synthesize() => Synthesize(_file);

    /// <summary>Plans the file as it was synthesized.</summary>
    public async Task<WeightChange> PlanAsync() => WeightChange.Of(await terraform.PlanAsync(), Resource);

    /// <summary>Plans other weights, without writing them to the file.</summary>
    public async Task<WeightChange> PreviewAsync(IReadOnlyList<int> weights)
    {
        try
        {
            Synthesize(_file.WithWeights(forward.Address, weights));
            return await PlanAsync();
        }
        finally
        {
            Synthesize();
        }
    }

    /// <summary>Writes weights to the file, unless it has them.</summary>
    public void Write(IReadOnlyList<int> weights)
    {
        if (!weights.SequenceEqual(Weights))
        {
            var edited = _file.WithWeights(forward.Address, weights);
            edited.Replace(_file);
            _file = edited;
        }
    }

    /// <summary>Synthesizes and applies the weights that the file has. An interrupted shift may have applied them.</summary>
    /// <exception cref="ShiftException">Terraform would do something else besides; nothing was applied.</exception>
    public async Task ApplyAsync()
    {
        Synthesize();
        var change = await PlanAsync();
        if (change.Others.Count > 0)
        {
            throw MoreThanWeights(change);
        }

        if (change.ChangesWeights)
        {
            await terraform.ApplyAsync();
        }
    }

    /// <summary>
    /// Moves the weights back. What else Terraform would do is no reason to leave them, as long as they need no apply; and what somebody has made of
    /// the file meanwhile is none to leave them in AWS.
    /// </summary>
    /// <returns>Why the file could not be edited; <see langword="null"/> where it has the weights.</returns>
    /// <exception cref="ShiftException">Terraform would do something else besides; nothing was applied.</exception>
    public async Task<string?> BackAsync(IReadOnlyList<int> weights)
    {
        var problem = WriteBack(weights);
        _file = _file.WithWeights(forward.Address, weights);
        Synthesize();
        var change = await PlanAsync();
        if (change.ChangesWeights)
        {
            await (change.Others.Count == 0 ? terraform.ApplyAsync() : throw MoreThanWeights(change));
        }

        return problem;
    }

    /// <summary>Removes the last plan.</summary>
    public void ForgetPlan() => terraform.ForgetPlan();

    /// <summary>The error of a plan with more than the weights.</summary>
    public ShiftException MoreThanWeights(WeightChange change) =>
        new(
            $"the plan of {ForwardingResource.StackOf(forward.Address, _file.Fleet)} must change nothing but the weights of {forward.Address}, "
                + $"and would also do this: apply or undo it first\n{string.Join('\n', change.Others.Select(other => $"  {other}"))}"
        );

    private void Synthesize(EditableFleet fleet) => FleetSynthesis.Synthesize(fleet.Fleet, output, new SynthesisOptions());

    /// <summary>Edits the weights in the file as it is now.</summary>
    private string? WriteBack(IReadOnlyList<int> weights)
    {
        try
        {
            var now = EditableFleet.Read(_file.Path, new WarningOptions());
            if (forward.Address.In(now.Fleet)?.Forward?.TargetGroups.Count != weights.Count)
            {
                return $"{_file.Path} does not forward to these target groups any more";
            }

            if (!weights.SequenceEqual(forward.WeightsIn(now.Fleet)))
            {
                now.WithWeights(forward.Address, weights).Replace(now);
            }

            return null;
        }
        catch (Exception exception) when (exception is FleetException or IOException)
        {
            return exception.Message;
        }
    }
}
