using Mooring.Fleet.Reading;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks lists of subnets.</summary>
internal static class SubnetChecks
{
    /// <summary>Adds what is wrong with the subnets of a load balancer or a cluster.</summary>
    public static void Check(string path, IReadOnlyList<string> subnets, FaultCollector faults)
    {
        foreach (var (index, subnet) in subnets.Index())
        {
            faults.AddIf($"{path}[{index}]", AwsLimits.ResourceId("subnet", subnet));
        }
    }
}
