using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamOpenidConnectProvider;

namespace Mooring.Identity;

/// <summary>Looks the IAM OIDC provider of a cluster up by the URL of the cluster's issuer.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html"/>
public class OidcProviderLookup : Construct, IOidcProvider
{
    /// <summary>Looks an OIDC provider up.</summary>
    public OidcProviderLookup(Construct scope, string id, OidcProviderLookupProps props)
        : base(scope, id)
    {
        OidcProviderArn = new DataAwsIamOpenidConnectProvider(
            this,
            "Default",
            new DataAwsIamOpenidConnectProviderConfig { Url = props.Cluster.OidcIssuerUrl }
        ).Arn;
        OidcIssuer = OidcProvider.IssuerOf(props.Cluster.OidcIssuerUrl);
    }

    /// <inheritdoc/>
    public string OidcProviderArn { get; }

    /// <inheritdoc/>
    public string OidcIssuer { get; }
}
