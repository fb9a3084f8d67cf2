using System.Globalization;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>
/// The endpoints of a bound Service. Every cluster has two nodes, which every selector selects, and every Service two pods; their ids are made up.
/// </summary>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/backend/endpoint_resolver.go"/>
internal static class BindingEndpoints
{
    private const int Count = 2;
    private const int FirstNodePort = 30000;
    private const int NodePorts = 2768;

    /// <summary>Why the Service or its port is not there; <see langword="null"/> where both are.</summary>
    public static string? Missing(PretendedAccount account, BindingObject binding, BindingSpec spec)
    {
        var service = $"{binding.Namespace}/{spec.ServiceName}";
        return account.MissingServices.Contains(service) ? $"backend not found: services \"{spec.ServiceName}\" not found"
            : account.MissingServices.Contains($"{service}:{spec.ServicePort}")
                ? $"backend not found: unable to find port {spec.ServicePort} on service {service}"
            : null;
    }

    /// <summary>The targets that the endpoints are.</summary>
    /// <exception cref="RemoteException">The Service has no ports on nodes.</exception>
    public static IReadOnlyList<RegisteredTarget> Of(PretendedAccount account, string cluster, BindingObject binding, BindingSpec spec)
    {
        var service = $"{binding.Namespace}/{spec.ServiceName}";
        if (spec.TargetType == BindingSpec.Ip)
        {
            var port = account.PodPorts.TryGetValue($"{service}:{spec.ServicePort}", out var known) ? known : PodPort(spec.ServicePort);
            return Targets(number => Address(account, cluster, $"{service}/{number}", spec.IpAddressType == "ipv6"), port);
        }

        if (account.ClusterIpServices.Contains(service))
        {
            throw new RemoteException($"service type must be either 'NodePort' or 'LoadBalancer': {service}");
        }

        var nodePort = FirstNodePort + (Hash(account, cluster, service, spec.ServicePort) % NodePorts);
        return Targets(number => $"i-0{account.MadeUp(16, "node", cluster, number)}", nodePort);

        IReadOnlyList<RegisteredTarget> Targets(Func<string, string> id, int port) =>
            [
                .. Enumerable
                    .Range(1, Count)
                    .Select(number => new RegisteredTarget(spec.TargetGroupArn!, id(number.ToString(CultureInfo.InvariantCulture)), port, cluster)),
            ];
    }

    /// <summary>The port of a pod: that of the Service, and for a name one that is made up.</summary>
    public static int PodPort(string port) => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 8080;

    private static string Address(PretendedAccount account, string cluster, string pod, bool isIpv6)
    {
        var hash = Hash(account, cluster, pod);
        return isIpv6
            ? string.Create(CultureInfo.InvariantCulture, $"fd00::{hash:x}")
            : string.Create(CultureInfo.InvariantCulture, $"10.{hash >> 16 & 0xff}.{hash >> 8 & 0xff}.{hash & 0xff}");
    }

    private static int Hash(PretendedAccount account, params string[] of) =>
        int.Parse(account.MadeUp(6, ["endpoint", .. of]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
