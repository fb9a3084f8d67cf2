using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Finds what is legal but likely wrong in a fleet without errors. Each warning has a section in <c>docs/messages.md</c>.</summary>
internal static class WarningChecks
{
    /// <summary>A backend that runs Terraform where there may be no <c>aws</c> command, which the authentication needs.</summary>
    public const string NoAwsCommand = "W001";

    /// <summary>Ports that the controller joins into one range.</summary>
    public const string PortRange = "W002";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes { get; } = [NoAwsCommand, PortRange];

    /// <summary>Adds the warnings of a fleet.</summary>
    public static void Check(FleetSpec fleet, FaultScope root)
    {
        CheckAuthentication(fleet, root);
        foreach (var (name, cluster) in fleet.Clusters)
        {
            var bindings = root.At(fleet.Clusters).Entry(name).At(cluster.Bindings);
            foreach (var (index, binding) in cluster.Bindings.Index())
            {
                CheckPorts(binding, bindings.Entry(index));
            }
        }
    }

    private static void CheckAuthentication(FleetSpec fleet, FaultScope root)
    {
        var reachesClusters = fleet.Clusters.Any(cluster =>
            FleetRegistrations.IsRegistered(fleet, cluster.Key) || cluster.Value is { Delivery: Delivery.Helm, HasController: true }
        );
        if (fleet is { Backend.Cloud: not null, ClusterAuthentication: ClusterAuthentication.Exec } && reachesClusters)
        {
            root.At(fleet.Backend.Cloud)
                .Warn(NoAwsCommand, "runs Terraform where 'aws' is not installed, unless your agents have it: set 'clusterAuthentication: token'");
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
