using Constructs;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines Argo CD's own role in the root cluster. Its service accounts assume it (IRSA), and with it they assume the
/// role that each registered cluster names.
/// </summary>
/// <remarks>
/// It has no permissions in its own account. A role of the same account may be assumed by whom its trust policy names, without a policy on the other
/// side, so that this role reaches the roles that name it and no other, and a further cluster does not change it. A role of another account must be
/// named on both sides.
/// </remarks>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks"/>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>
public class ArgoCdRole : Construct
{
    /// <summary>The components of Argo CD that talk to clusters, and the service accounts that its manifests and its chart give them.</summary>
    private static readonly string[] s_serviceAccounts = ["argocd-application-controller", "argocd-applicationset-controller", "argocd-server"];

    /// <summary>Defines Argo CD's role.</summary>
    /// <exception cref="ConstructException">The role's name or an ARN is outside IAM's limits.</exception>
    public ArgoCdRole(Construct scope, string id, ArgoCdRoleProps props)
        : base(scope, id)
    {
        Property.RequireEach(this, nameof(props.AccessRoleArns), props.AccessRoleArns, AwsLimits.RoleArn);
        Property.RequireEach(this, nameof(props.AccessRolePatterns), props.AccessRolePatterns, AwsLimits.RoleArnsOfPath);
        string[] assumed = [.. props.AccessRoleArns, .. props.AccessRolePatterns];
        RoleArn = new ServiceAccountRole(
            this,
            "Default",
            new ServiceAccountRoleProps
            {
                RoleName = props.RoleName,
                OidcProvider = props.OidcProvider,
                ServiceAccounts = [.. s_serviceAccounts.Select(name => new ServiceAccount(props.Namespace, name))],
                PolicyJson = assumed.Length == 0 ? null : AssumeRolePolicy.Of(assumed),
                Settings = props.Settings,
            }
        ).RoleArn;
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
