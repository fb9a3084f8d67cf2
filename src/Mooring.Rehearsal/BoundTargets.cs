using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>
/// What Terraform does not report: whether the controllers that it installed register targets. A controller without a permission, for example, only
/// records an event at its bindings.
/// </summary>
internal static class BoundTargets
{
    /// <summary>Requires that every TargetGroupBinding that Terraform installed has targets in its target group.</summary>
    /// <exception cref="TerraformException">One has none; the message has the reason.</exception>
    public static void Require(PretendedAccount account, FleetSpec fleet)
    {
        var clusters = OriginalNames.Of(fleet).Clusters;
        foreach (var binding in account.Bindings().Where(binding => clusters.GetValueOrDefault(binding.Cluster)?.Delivery == Delivery.Helm))
        {
            if (binding.Problem is { } problem)
            {
                throw new TerraformException($"cluster {binding.Cluster}: TargetGroupBinding {binding.Binding} registers no targets: {problem}");
            }
        }
    }
}
