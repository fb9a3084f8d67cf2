using Mooring.Limits;

namespace Mooring.TargetGroupBindings;

/// <summary>What Kubernetes accepts of the Service that a TargetGroupBinding refers to.</summary>
/// <seealso cref="Limit"/>
internal static class ServiceLimits
{
    /// <summary>A port of a Service: 1 to 65535, or the name of a port, a DNS label with at least one letter.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"/>
    public static string? Port(ServicePort value)
        => value.Number is { } number ? NetworkLimits.Port(number)
            : value.ToString().Any(char.IsAsciiLetter) && KubernetesLimits.DnsLabel(value.ToString()) is null ? null
            : $"must be between 1 and 65535 or the name of a port, got '{value}'";
}
