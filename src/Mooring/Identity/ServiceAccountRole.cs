using Constructs;
using Mooring.Iam;

namespace Mooring.Identity;

/// <summary>Defines a role that service accounts of one cluster can assume (IRSA), and no other.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html"/>
public class ServiceAccountRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name, its policy or a setting is outside IAM's limits.</exception>
    public ServiceAccountRole(Construct scope, string id, ServiceAccountRoleProps props)
        : base(scope, id)
    {
        // Reading one that is made here costs a round trip to CDKTF.
        var issuer = props.OidcProvider.OidcIssuer;
        RoleArn = RoleDefinition.Define(
            this,
            props.RoleName,
            props.PolicyJson,
            props.Settings,
            new TrustStatement
            {
                Actions = ["sts:AssumeRoleWithWebIdentity"],
                PrincipalType = "Federated",
                Principals = [props.OidcProvider.OidcProviderArn],
                Conditions = [($"{issuer}:sub", [.. props.ServiceAccounts.Select(account => account.Subject)]), ($"{issuer}:aud", [OidcProvider.Audience])],
            }
        );
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
