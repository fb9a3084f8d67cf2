namespace Mooring.Fleet.Derivation;

/// <summary>The full address of a provider, by which Terraform's state names it: host name of the registry, namespace and type.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses"/>
internal static class ProviderAddress
{
    /// <summary>Terraform's public registry, where a source without a host name is.</summary>
    private const string PublicRegistry = "registry.terraform.io";

    /// <summary>The address of a provider.</summary>
    /// <param name="name">Its name in a stack: <c>aws</c>.</param>
    /// <param name="provider">What the file says of it.</param>
    public static string Of(string name, ProviderSpec provider)
    {
        var source = provider.Source ?? $"hashicorp/{name}";
        return source.Count(character => character == '/') == 1 ? $"{PublicRegistry}/{source}" : source;
    }
}
