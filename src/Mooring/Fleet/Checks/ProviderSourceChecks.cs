using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that every provider has the source that it is deployed with. Terraform's state names the provider of each resource by its source, and keeps it until
/// somebody replaces it there.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cli/commands/state/replace-provider"/>
internal static class ProviderSourceChecks
{
    /// <summary>Adds the errors of the change.</summary>
    public static void Check(ProvidersSpec providers, ProvidersSpec deployed, FaultScope scope)
    {
        Check("aws", providers.Aws, deployed.Aws, scope.At(providers.Aws));
        Check("kubernetes", providers.Kubernetes, deployed.Kubernetes, scope.At(providers.Kubernetes));
        Check("helm", providers.Helm, deployed.Helm, scope.At(providers.Helm));
        Check("tfe", providers.Tfe, deployed.Tfe, scope.At(providers.Tfe));
    }

    private static void Check(string name, ProviderSpec provider, ProviderSpec deployed, FaultScope scope)
    {
        var (now, before) = (ProviderAddress.Of(name, provider), ProviderAddress.Of(name, deployed));
        scope
            .At(provider.Source)
            .AddIf(
                now == before
                    ? null
                    : $"must be '{before}', as deployed, until the states have the other one: run 'terraform state replace-provider {before} {now}' in "
                        + $"each stack that has the provider, and then compare with a deployed file that has it, got '{now}'; "
                        + "see docs/versions.md#change-the-source-of-a-living-fleet"
            );
    }
}
