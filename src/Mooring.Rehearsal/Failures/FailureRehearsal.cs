using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Rehearsal.Terraform;
using Mooring.Stacks;

namespace Mooring.Rehearsal.Failures;

/// <summary>
/// Rehearses the bad days of Helm delivery: in each stack of releases it injects failures one after the other, and requires that Terraform reports
/// them, that nothing is forgotten, and that one more apply is enough when the cause is gone.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="fleet">The fleet, without faults.</param>
/// <param name="writeLine">Writes a line of the report.</param>
/// <param name="onStack">Called with what is done next.</param>
public sealed class FailureRehearsal(RehearsalSession session, FleetSpec fleet, Action<string> writeLine, Action<string> onStack)
{
    /// <summary>The type of a Helm release.</summary>
    internal const string Release = "helm_release";

    /// <summary>Applies the other stacks, and injects the failures into each stack of releases.</summary>
    /// <exception cref="TerraformException">A failure is not reported, something is forgotten, or it does not heal.</exception>
    public async Task RunAsync(IReadOnlyList<InjectedFailure> failures)
    {
        writeLine("Failures injected into the stacks of Helm releases, on stand-ins for the AWS, Kubernetes and Helm providers.");
        var stacks = await session.SynthesizeAsync(fleet, onStack);
        var clusters = OriginalNames
            .Of(fleet)
            .Clusters.Where(cluster => cluster.Value.Delivery == Delivery.Helm)
            .ToDictionary(cluster => StackKind.Binding.StackOf(cluster.Key), cluster => cluster.Value);
        if (!stacks.Any(stack => clusters.ContainsKey(stack.Name)))
        {
            writeLine("The fleet has no such stack: no cluster with bindings has delivery 'helm'.");
            return;
        }

        foreach (var stack in stacks)
        {
            onStack(stack.Name);
            if (clusters.TryGetValue(stack.Name, out var cluster))
            {
                await RunAsync(stack, cluster, failures);
            }
            else
            {
                await stack.ValidateAsync();
                await DeployAsync(stack);
            }
        }
    }

    private async Task RunAsync(RehearsedStack stack, ClusterSpec cluster, IReadOnlyList<InjectedFailure> failures)
    {
        writeLine(string.Empty);
        writeLine(stack.Name);
        await stack.ValidateAsync();
        string[] namespaces = [.. cluster.Bindings.Select(binding => binding.Service.Namespace).Distinct()];
        foreach (var failure in failures)
        {
            onStack($"{stack.Name}, {failure.Name}");
            try
            {
                await RunAsync(stack, failure, namespaces);
            }
            catch (TerraformException exception)
            {
                throw new TerraformException($"{stack.Name}, {failure.Name}: {exception.Message}");
            }
        }
    }

    private async Task RunAsync(RehearsedStack stack, InjectedFailure failure, IReadOnlyCollection<string> namespaces)
    {
        if (failure.Moment != FailureMoment.FirstInstallation)
        {
            await DeployAsync(stack);
        }

        var before = Releases();
        failure.Inject(session.Account, namespaces);
        writeLine($"  {failure.Name}: {failure.Description}");
        foreach (var error in await FailAsync(stack, failure.Moment))
        {
            writeLine($"    {error}");
        }

        writeLine($"    left in the cluster: {(Releases() is { Length: > 0 } left ? string.Join(", ", left) : "nothing")}");
        if (failure.Moment == FailureMoment.Deployed && !Releases().SequenceEqual(before))
        {
            throw new TerraformException("the releases must be those from before the failure");
        }

        failure.Clear(session.Account);
        await HealAsync(stack, failure.Moment);
    }

    /// <summary>Does what must fail, and returns the errors.</summary>
    private static async Task<IReadOnlyList<string>> FailAsync(RehearsedStack stack, FailureMoment moment) =>
        moment switch
        {
            FailureMoment.FirstInstallation => [$"apply: {await ErrorOf(() => DeployAsync(stack))}"],
            FailureMoment.Deployed => [$"plan: {await ErrorOf(stack.PlanAsync)}", $"destroy: {await ErrorOf(() => stack.PlanDestroyAsync())}"],
            _ => [$"destroy: {await ErrorOf(() => DestroyAsync(stack))}", $"destroy again: {await ErrorOf(() => stack.PlanDestroyAsync())}"],
        };

    /// <summary>Applies once more, which must be enough, and destroys the stack for the next failure.</summary>
    private async Task HealAsync(RehearsedStack stack, FailureMoment moment)
    {
        if (moment != FailureMoment.Destruction)
        {
            await DeployAsync(stack);
            var plan = await stack.PlanAsync();
            if (!plan.IsEmpty)
            {
                throw new TerraformException($"after one more apply the plan must be empty, but changes {string.Join(", ", plan.ToDo)}");
            }

            BoundTargets.Require(session.Account, fleet);
        }

        await DestroyAsync(stack);
        if (Releases() is { Length: > 0 } left)
        {
            throw new TerraformException($"a destroy must leave nothing behind, but leaves {string.Join(", ", left)}");
        }

        writeLine($"    then {(moment == FailureMoment.Destruction ? "a destroy removes the rest" : "one apply is enough, and the next plan is empty")}");
    }

    private static async Task DeployAsync(RehearsedStack stack)
    {
        await stack.PlanAsync();
        await stack.ApplyAsync();
    }

    private static async Task DestroyAsync(RehearsedStack stack)
    {
        await stack.PlanDestroyAsync();
        await stack.ApplyAsync();
    }

    /// <summary>The first error that Terraform reports.</summary>
    private static async Task<string> ErrorOf(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (TerraformException exception)
        {
            return TerraformError.FirstIn(exception.Message);
        }

        throw new TerraformException("the failure was not reported");
    }

    private string[] Releases() =>
        [.. session.Account.Of(Release).Select(release => $"{release.Value["name"].Text} ({release.Value["status"].Text})").Order(StringComparer.Ordinal)];
}
