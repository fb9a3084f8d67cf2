using HashiCorp.Cdktf;
using Mooring.Fleet;

namespace Mooring.Stacks;

/// <summary>Writes which Terraform and which providers a stack needs, where the fleet file says it. CDKTF writes the tested versions otherwise.</summary>
internal static class TerraformRequirements
{
    /// <summary>Writes the version of Terraform.</summary>
    public static void Add(TerraformStack stack, TerraformSpec terraform)
    {
        if (terraform.RequiredVersion is { } version)
        {
            stack.AddOverride("terraform.required_version", version);
        }
    }

    /// <summary>Writes version and source of a provider that the stack has.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">Name of the provider.</param>
    /// <param name="provider">What the file says of it.</param>
    public static void Add(TerraformStack stack, string name, ProviderSpec provider)
    {
        if (provider.Version is { } version)
        {
            stack.AddOverride($"terraform.required_providers.{name}.version", version);
        }

        if (provider.Source is { } source)
        {
            stack.AddOverride($"terraform.required_providers.{name}.source", source);
        }
    }
}
