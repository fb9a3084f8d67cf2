using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal.Failures;

/// <summary>A failure of a real cluster that a rehearsal injects into the stacks of Helm releases. docs/failures.md describes where they were seen.</summary>
public sealed record InjectedFailure
{
    private const string Controller = "aws-lb-controller";
    private const string Bindings = "targetgroupbindings";

    /// <summary>Its name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>What happens.</summary>
    public required string Description { get; init; }

    /// <summary>When it happens.</summary>
    public required FailureMoment Moment { get; init; }

    /// <summary>Injects it; the names are those of the namespaces with bound Services.</summary>
    internal Action<PretendedAccount, IReadOnlyCollection<string>> Inject { get; init; } = (_, _) => { };

    /// <summary>Removes its cause, as a user would.</summary>
    internal Action<PretendedAccount> Clear { get; init; } = _ => { };

    private InjectedFailure() { }

    /// <summary>All failures.</summary>
    public static IReadOnlyList<InjectedFailure> All { get; } =
    [
        ClusterError("unreachable", "the cluster's endpoint does not answer", "dial tcp 10.0.0.10:443: i/o timeout"),
        ClusterError("denied", "the cluster refuses the credentials", "Unauthorized"),
        new()
        {
            Name = "namespace-missing",
            Description = "the namespaces of the bound Services do not exist",
            Moment = FailureMoment.FirstInstallation,
            Inject = (account, namespaces) => account.MissingNamespaces.UnionWith(namespaces),
            Clear = account => account.MissingNamespaces.Clear(),
        },
        new()
        {
            Name = "slow-controller",
            Description = "the controller does not become ready in time",
            Moment = FailureMoment.FirstInstallation,
            Inject = (account, _) => account.FailNext(call => IsRelease(call, Operation.Create, Controller), Failure.TimedOut),
        },
        new()
        {
            Name = "killed",
            Description = "Terraform is killed while Helm installs the controller; then the Secret that locks the release is deleted",
            Moment = FailureMoment.FirstInstallation,
            Inject = (account, _) => account.FailNext(call => IsRelease(call, Operation.Create, Controller), Failure.CrashBefore),
            Clear = account => account.Remove(each => each.Type == FailureRehearsal.Release && each.Value["status"].Text == "pending-install"),
        },
        new()
        {
            Name = "hung-finalizer",
            Description = "destroying the bindings times out; then the controller deregisters their targets",
            Moment = FailureMoment.Destruction,
            Inject = (account, _) => account.FailNext(call => IsRelease(call, Operation.Delete, Bindings), Failure.HungFinalizer),
            Clear = account => account.TerminatingBindings.Clear(),
        },
    ];

    private static InjectedFailure ClusterError(string name, string description, string error) =>
        new()
        {
            Name = name,
            Description = description,
            Moment = FailureMoment.Deployed,
            Inject = (account, _) => account.ClusterError = error,
            Clear = account => account.ClusterError = null,
        };

    private static bool IsRelease(ProviderCall call, Operation operation, string name) =>
        call.Operation == operation && call.Type == FailureRehearsal.Release && call.Name == name;
}
