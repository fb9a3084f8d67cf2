namespace Mooring.Fleet;

/// <summary>Defines versions and sources of Terraform's providers.</summary>
public sealed record ProvidersSpec
{
    /// <summary>The provider of AWS.</summary>
    /// <value>Defaults to 6.25.0 from Terraform's public registry.</value>
    public ProviderSpec Aws { get; init; } = new();

    /// <summary>The provider of Kubernetes.</summary>
    /// <value>Defaults to 2.38.0 from Terraform's public registry.</value>
    public ProviderSpec Kubernetes { get; init; } = new();

    /// <summary>The provider of Helm.</summary>
    /// <value>Defaults to 3.1.1 from Terraform's public registry.</value>
    public ProviderSpec Helm { get; init; } = new();

    /// <summary>The provider of HCP Terraform, which only the stack <c>workspaces</c> has.</summary>
    /// <value>Defaults to 0.71.0 from Terraform's public registry.</value>
    public ProviderSpec Tfe { get; init; } = new();

    /// <summary>All of them, by their names in a stack.</summary>
    internal IEnumerable<(string Name, ProviderSpec Provider)> ByName => [("aws", Aws), ("kubernetes", Kubernetes), ("helm", Helm), ("tfe", Tfe)];
}
