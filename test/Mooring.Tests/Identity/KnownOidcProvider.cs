using Mooring.Identity;

namespace Mooring.Tests.Identity;

/// <summary>An existing OIDC provider of a cluster.</summary>
internal sealed class KnownOidcProvider : IOidcProvider
{
    public string OidcProviderArn => "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";

    public string OidcIssuer => "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";
}
