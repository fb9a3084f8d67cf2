namespace Mooring.Fleet;

/// <summary>Defines who may reach the targets, by one of <see cref="Cidr"/> and <see cref="SecurityGroup"/>.</summary>
public sealed record PeerSpec
{
    /// <summary>A CIDR block.</summary>
    /// <value>Defaults to none.</value>
    public string? Cidr { get; init; }

    /// <summary>Id of a security group.</summary>
    /// <value>Defaults to none.</value>
    public string? SecurityGroup { get; init; }
}
