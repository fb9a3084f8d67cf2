using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.TargetGroupBindings;

/// <summary>What Kubernetes accepts of the Service that a TargetGroupBinding refers to.</summary>
/// <seealso cref="Limit"/>
internal static partial class ServiceLimits
{
    private const string PortNameRegex = @"^(?=.*[a-z])[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?\z";

    /// <summary>A port of a Service: 1 to 65535, or the name of a port, a DNS label with at least one letter.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"/>
    [Bounds(1, NetworkLimits.HighestPort)]
    [Pattern(PortNameRegex)]
    public static string? Port(ServicePort value) =>
        value.Number is { } number ? NetworkLimits.Port(number)
        : value.ToString() is var name && (Limit.IsToken(name) || PortNamePattern().IsMatch(name)) ? null
        : $"must be between 1 and 65535 or the name of a port, got '{value}'";

    [GeneratedRegex(PortNameRegex)]
    private static partial Regex PortNamePattern();
}
