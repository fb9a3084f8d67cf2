using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.IamOpenidConnectProvider;

namespace Mooring.Identity;

/// <summary>Defines the IAM OIDC provider of a cluster, through which its service accounts can have roles (IRSA).</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html"/>
public class OidcProvider : Construct, IOidcProvider
{
    /// <summary>The audience of the tokens that service accounts show to AWS STS.</summary>
    internal const string Audience = "sts.amazonaws.com";

    /// <summary>Defines an OIDC provider.</summary>
    public OidcProvider(Construct scope, string id, OidcProviderProps props)
        : base(scope, id)
    {
        var provider = new IamOpenidConnectProvider(
            this,
            "Default",
            new IamOpenidConnectProviderConfig { Url = props.Cluster.OidcIssuerUrl, ClientIdList = [Audience] }
        );

        OidcProviderArn = provider.Arn;
        OidcIssuer = IssuerOf(props.Cluster.OidcIssuerUrl);
    }

    /// <inheritdoc/>
    public string OidcProviderArn { get; }

    /// <inheritdoc/>
    public string OidcIssuer { get; }

    /// <summary>The URL of an issuer without its scheme.</summary>
    internal static string IssuerOf(string url) => Fn.Replace(url, "https://", string.Empty);
}
