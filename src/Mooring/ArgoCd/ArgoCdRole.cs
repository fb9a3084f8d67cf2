using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using Mooring.Iam;
using Mooring.Identity;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines Argo CD's own role in the root cluster. Its service accounts assume it (IRSA), and with it they assume the
/// role that each registered cluster names.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks"/>
public class ArgoCdRole : Construct
{
    /// <summary>The components of Argo CD that talk to clusters, and the service accounts that its manifests and its chart give them.</summary>
    private static readonly string[] s_serviceAccounts = ["argocd-application-controller", "argocd-applicationset-controller", "argocd-server"];

    /// <summary>Defines Argo CD's role.</summary>
    /// <exception cref="ArgumentException">The role's name is outside IAM's limits.</exception>
    public ArgoCdRole(Construct scope, string id, ArgoCdRoleProps props)
        : base(scope, id)
    {
        var policy = new DataAwsIamPolicyDocument(
            this,
            "Permissions",
            new DataAwsIamPolicyDocumentConfig
            {
                Statement = new[]
                {
                    new DataAwsIamPolicyDocumentStatement
                    {
                        Actions = ["sts:AssumeRole"],
                        Resources = [AwsAccount.Of(this).RoleArn(props.AccessRoleNamePattern)],
                    },
                },
            }
        );

        RoleArn = new ServiceAccountRole(
            this,
            "Default",
            new ServiceAccountRoleProps
            {
                RoleName = props.RoleName,
                OidcProvider = props.OidcProvider,
                ServiceAccounts = [.. s_serviceAccounts.Select(name => new ServiceAccount(props.Namespace, name))],
                PolicyJson = policy.Json,
                Settings = props.Settings,
            }
        ).RoleArn;
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
