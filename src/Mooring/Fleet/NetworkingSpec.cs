namespace Mooring.Fleet;

/// <summary>Defines what the controller opens in the security groups of the targets.</summary>
public sealed record NetworkingSpec
{
    /// <summary>Whose traffic may reach the targets.</summary>
    public required IReadOnlyList<IngressSpec> Ingress { get; init; }
}
