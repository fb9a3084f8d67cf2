using Constructs;

namespace Mooring.Identity;

/// <summary>
/// Defines the role of a cluster's AWS Load Balancer Controller: its service account assumes it (IRSA), and it may do
/// what TargetGroupBindings need.
/// </summary>
public class ControllerRole : Construct
{
    /// <summary>The controller's service account, the same in every cluster.</summary>
    public static ServiceAccount ServiceAccount { get; } = new("aws-lb-controller", "aws-lb-controller");

    /// <summary>Defines a controller's role.</summary>
    /// <exception cref="ArgumentException">The role's name is outside IAM's limits.</exception>
    public ControllerRole(Construct scope, string id, ControllerRoleProps props)
        : base(scope, id)
        => RoleArn = new ServiceAccountRole(this, "Default", new ServiceAccountRoleProps
        {
            RoleName = props.RoleName,
            OidcProvider = props.OidcProvider,
            ServiceAccounts = [ServiceAccount],
            PolicyJson = ControllerPolicy.Documented,
        }).RoleArn;

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
