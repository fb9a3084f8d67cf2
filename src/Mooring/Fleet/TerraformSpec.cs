namespace Mooring.Fleet;

/// <summary>Defines which versions of Terraform and its providers may run the stacks.</summary>
public sealed record TerraformSpec
{
    /// <summary>Versions of Terraform that may run the stacks, a constraint such as <c>~> 1.11</c>. Terraform refuses to start otherwise.</summary>
    /// <value>Defaults to any version.</value>
    public string? RequiredVersion { get; init; }

    /// <summary>The providers.</summary>
    /// <value>Defaults to the versions that were tested, from Terraform's public registry.</value>
    public ProvidersSpec Providers { get; init; } = new();
}
