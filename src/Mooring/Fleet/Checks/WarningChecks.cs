using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Finds what is legal but likely wrong in a fleet without errors. Each warning has a section in <c>docs/messages.md</c>.</summary>
internal static class WarningChecks
{
    /// <summary>A backend that runs Terraform where there may be no <c>aws</c> command, which the authentication needs.</summary>
    public const string NoAwsCommand = "W001";

    /// <summary>Ports that the controller joins into one range.</summary>
    public const string PortRange = "W002";

    /// <summary>A version of Kubernetes that is in extended support, or out of it.</summary>
    public const string EndOfSupport = "W003";

    /// <summary>Prefix lists that may fill a security group.</summary>
    public const string PrefixLists = "W004";

    /// <summary>Nodes that may fill a load balancer.</summary>
    public const string Targets = "W005";

    /// <summary>Limits of a node group that the number of running nodes may be outside of.</summary>
    public const string RunningNodes = "W006";

    /// <summary>A header that a listener still adds to responses.</summary>
    public const string KeptHeader = "W007";

    /// <summary>Runs of commits that are applied without a confirmation.</summary>
    public const string UnorderedApplies = "W008";

    private const int LongestReason = 1024;

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [NoAwsCommand, PortRange, EndOfSupport, PrefixLists, Targets, RunningNodes, KeptHeader, UnorderedApplies];

    /// <summary>Adds the warnings of a fleet.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="today">The day that versions are judged by.</param>
    /// <param name="root">The scope of the file.</param>
    public static void Check(FleetSpec fleet, DateOnly today, FaultScope root)
    {
        CheckAuthentication(fleet, root);
        CheckAutoApply(fleet, root);
        var targets = QuotaWarnings.Targets(fleet);
        foreach (var name in fleet.LoadBalancers.Keys)
        {
            QuotaWarnings.Check(fleet, name, targets.GetValueOrDefault(name), root.At(fleet.LoadBalancers).Entry(name));
        }

        foreach (var (name, cluster) in fleet.Clusters)
        {
            VersionChecks.Warn(cluster, today, root.At(fleet.Clusters).Entry(name));
            var bindings = root.At(fleet.Clusters).Entry(name).At(cluster.Bindings);
            foreach (var (index, binding) in cluster.Bindings.Index())
            {
                CheckPorts(binding, bindings.Entry(index));
            }
        }
    }

    /// <summary>Adds the errors of the warnings that a fleet suppresses.</summary>
    public static void CheckSuppressed(FleetSpec fleet, FaultScope root)
    {
        foreach (var (code, reason) in fleet.SuppressWarnings)
        {
            var scope = root.At(fleet.SuppressWarnings).Entry(code);
            scope.CheckName(code, WarningCode);
            scope.AddIf(Reason(reason));
        }
    }

    /// <summary>Why a warning does not apply: 1 to 1024 characters.</summary>
    [Length(1, LongestReason)]
    public static string? Reason(string value) => Limit.Length(value, 1, LongestReason);

    /// <summary>The code of a warning.</summary>
    [Pattern(@"^W[0-9]{3}\z", IsPartial = true)]
    public static string? WarningCode(string value) =>
        Codes.Contains(value) ? null : $"must be the code of a warning, {string.Join(", ", Codes)}, got '{value}'";

    private static void CheckAuthentication(FleetSpec fleet, FaultScope root)
    {
        var reachesClusters = fleet.Clusters.Any(cluster => FleetRegistrations.IsRegistered(fleet, cluster.Key) || cluster.Value.HasReleases);
        if (fleet is { Backend.Cloud: not null, ClusterAuthentication: ClusterAuthentication.Exec } && reachesClusters)
        {
            root.At(fleet.Backend.Cloud)
                .Warn(NoAwsCommand, "runs Terraform where 'aws' is not installed, unless your agents have it: set 'clusterAuthentication: token'");
        }
    }

    /// <summary>A commit starts the runs of all stacks that it changes, and an apply those of all that wait for it, whatever else these wait for.</summary>
    private static void CheckAutoApply(FleetSpec fleet, FaultScope root)
    {
        if (fleet.Backend.Cloud is not { VcsRepo: not null } cloud)
        {
            return;
        }

        const string text =
            "applies stacks side by side, because a run waits for no other workspace: leave it out, and confirm the runs in the order of the stacks";
        var scope = root.At(fleet.Backend.Cloud);
        if (cloud.AutoApply)
        {
            scope.At(cloud.AutoApply).Warn(UnorderedApplies, text);
        }

        if (cloud.AutoApplyRunTrigger)
        {
            scope.At(cloud.AutoApplyRunTrigger).Warn(UnorderedApplies, text);
        }
    }

    /// <summary>The controller makes one rule of all ports of a source, from the lowest to the highest.</summary>
    private static void CheckPorts(BindingSpec binding, FaultScope scope)
    {
        if (binding.Networking is not { } networking)
        {
            return;
        }

        var list = scope.At(binding.Networking).At(networking.Ingress);
        foreach (var (index, ingress) in networking.Ingress.Index())
        {
            foreach (var ports in ingress.Ports.GroupBy(port => port.Protocol ?? NetworkingProtocol.Tcp, port => port.Port?.Number))
            {
                int[] numbers = [.. ports.OfType<int>().Distinct().Order()];
                if (numbers.Length > 1 && ingress.From.All(peer => peer.SecurityGroup is not null))
                {
                    list.Entry(index)
                        .At(ingress.Ports)
                        .Warn(
                            PortRange,
                            $"open all ports from {numbers[0]} to {numbers[^1]}: the controller makes one rule of the ports of a security group, got "
                                + string.Join(", ", numbers)
                        );
                }
            }
        }
    }
}
