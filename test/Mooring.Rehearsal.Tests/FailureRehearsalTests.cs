using FluentAssertions;
using Mooring.Rehearsal.Failures;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary><c>rehearse --chaos</c>: the bad days of Helm delivery.</summary>
public sealed class FailureRehearsalTests : SmallFleetSession
{
    private readonly List<string> _report = [];

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Every_failure_is_reported_and_after_its_cause_is_gone_one_apply_is_enough()
    {
        await RehearseAsync(Fleet());

        // Terraform reads several data sources at once, and any of them may be the first that fails.
        _report
            .Where(line => line.Length > 0)
            .Select(line => line.Replace("_namespace_v1:", "_*:", StringComparison.Ordinal).Replace("_resources:", "_*:", StringComparison.Ordinal))
            .Should()
            .Equal(
                "Failures injected into the stacks of Helm releases, on stand-ins for the AWS, Kubernetes and Helm providers.",
                "binding-blue",
                "  unreachable: the cluster's endpoint does not answer",
                "    plan: Error: reading data.kubernetes_*: dial tcp 10.0.0.10:443: i/o timeout",
                "    destroy: Error: reading data.kubernetes_*: dial tcp 10.0.0.10:443: i/o timeout",
                "    left in the cluster: aws-lb-controller (deployed), aws-lb-controller-crds (deployed), targetgroupbindings (deployed)",
                "    then one apply is enough, and the next plan is empty",
                "  denied: the cluster refuses the credentials",
                "    plan: Error: reading data.kubernetes_*: Unauthorized",
                "    destroy: Error: reading data.kubernetes_*: Unauthorized",
                "    left in the cluster: aws-lb-controller (deployed), aws-lb-controller-crds (deployed), targetgroupbindings (deployed)",
                "    then one apply is enough, and the next plan is empty",
                "  namespace-missing: the namespaces of the bound Services do not exist",
                "    apply: Error: Resource postcondition failed Namespace ingress-nginx of cluster blue does not exist, so that no TargetGroupBinding can be "
                    + "created in it. Create it, then plan again.",
                "    left in the cluster: nothing",
                "    then one apply is enough, and the next plan is empty",
                "  slow-controller: the controller does not become ready in time",
                "    apply: Error: creating helm_release: context deadline exceeded",
                "    left in the cluster: aws-lb-controller (failed), aws-lb-controller-crds (deployed)",
                "    then one apply is enough, and the next plan is empty",
                "  killed: Terraform is killed while Helm installs the controller; then the Secret that locks the release is deleted",
                "    apply: Error: Plugin did not respond",
                "    left in the cluster: aws-lb-controller (pending-install), aws-lb-controller-crds (deployed)",
                "    then one apply is enough, and the next plan is empty",
                "  hung-finalizer: destroying the bindings times out; then the controller deregisters their targets",
                "    destroy: Error: deleting helm_release: uninstallation completed with 1 error(s): timed out waiting for the condition",
                "    destroy again: Error: Invalid function argument Invalid value for \"v\" parameter: cannot convert \"TargetGroupBindings "
                    + "ingress-nginx/targetgroupbindings-binding are being deleted and wait for their controller to deregister the targets. Wait until they "
                    + "are gone, or see docs/troubleshooting.md#a-targetgroupbinding-stays-in-terminating\" to bool; only the strings \"true\" or \"false\" "
                    + "are allowed.",
                "    left in the cluster: aws-lb-controller (deployed), aws-lb-controller-crds (deployed)",
                "    then a destroy removes the rest"
            );
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_fleet_without_helm_delivery_has_nothing_to_inject_failures_into()
    {
        await RehearseAsync(Fleet(("delivery: helm", "delivery: argocd")));

        _report[^1].Should().Be("The fleet has no such stack: no cluster with bindings has delivery 'helm'.");
    }

    /// <summary>Without the guard, the plan of a cluster that cannot be read would create the releases again.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_failure_that_is_not_reported_ends_the_rehearsal()
    {
        var rehearsal = new FailureRehearsal(Session, Fleet(), _report.Add, Ignore);
        var unnoticed = InjectedFailure.All[0] with { Inject = (_, _) => { } };

        var run = () => rehearsal.RunAsync([unnoticed]);

        (await run.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Be("binding-blue, unreachable: the failure was not reported");
    }

    private Task RehearseAsync(Mooring.Fleet.FleetSpec fleet) => new FailureRehearsal(Session, fleet, _report.Add, Ignore).RunAsync(InjectedFailure.All);

    private static void Ignore(string stack) { }
}
