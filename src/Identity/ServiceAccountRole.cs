using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using HashiCorp.Cdktf.Providers.Aws.IamRole;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicy;
using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>Defines a role that service accounts of one cluster can assume (IRSA), and no other.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html"/>
public class ServiceAccountRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name is outside IAM's limits.</exception>
    public ServiceAccountRole(Construct scope, string id, ServiceAccountRoleProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.RoleName), IamLimits.RoleName(props.RoleName));

        var trust = new DataAwsIamPolicyDocument(this, "Trust", new DataAwsIamPolicyDocumentConfig
        {
            Statement = new[] { TrustStatement(props) },
        });

        var role = new IamRole(this, "Default", new IamRoleConfig
        {
            Name = props.RoleName,
            AssumeRolePolicy = trust.Json,
        });

        // The article's inline_policy block is deprecated in version 6 of the AWS provider; this is its successor.
        _ = new IamRolePolicy(this, "Policy", new IamRolePolicyConfig
        {
            Name = props.RoleName,
            Role = role.Name,
            Policy = props.PolicyJson,
        });

        RoleArn = role.Arn;
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }

    private static DataAwsIamPolicyDocumentStatement TrustStatement(ServiceAccountRoleProps props) => new()
    {
        Actions = ["sts:AssumeRoleWithWebIdentity"],
        Principals = new[]
        {
            new DataAwsIamPolicyDocumentStatementPrincipals { Type = "Federated", Identifiers = [props.OidcProvider.OidcProviderArn] },
        },
        Condition = new[]
        {
            Condition(props.OidcProvider, "sub", [.. props.ServiceAccounts.Select(account => account.Subject)]),
            Condition(props.OidcProvider, "aud", OidcProvider.Audience),
        },
    };

    private static DataAwsIamPolicyDocumentStatementCondition Condition(IOidcProvider provider, string claim, params string[] values) => new()
    {
        Test = "StringEquals",
        Variable = $"{provider.OidcIssuer}:{claim}",
        Values = values,
    };
}
