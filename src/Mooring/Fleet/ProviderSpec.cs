namespace Mooring.Fleet;

/// <summary>Defines version and source of one of Terraform's providers.</summary>
public sealed record ProviderSpec
{
    /// <summary>Versions of the provider that may be used, a constraint such as <c>~> 6.25</c>; the lock file then says which one is.</summary>
    /// <value>Defaults to exactly the version that was tested.</value>
    public string? Version { get; init; }

    /// <summary>Where Terraform finds the provider: host name of a registry, namespace and type, such as <c>registry.example.com/hashicorp/aws</c>.</summary>
    /// <value>Defaults to Terraform's public registry.</value>
    public string? Source { get; init; }
}
