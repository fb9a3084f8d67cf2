using Constructs;
using Mooring.Errors;

namespace Mooring.Identity;

/// <summary>
/// Defines the role of a cluster's AWS Load Balancer Controller: its service account assumes it, and it may do what
/// TargetGroupBindings need. Another identity or other permissions change the role where it is.
/// </summary>
public class ControllerRole : Construct
{
    /// <summary>The controller's service account, the same in every cluster.</summary>
    public static ServiceAccount ServiceAccount { get; } = new("aws-lb-controller", "aws-lb-controller");

    /// <summary>Defines a controller's role.</summary>
    /// <exception cref="ConstructException">
    /// The identity lacks its OIDC provider or its cluster, the permissions lack their target groups, or something is outside IAM's limits.
    /// </exception>
    public ControllerRole(Construct scope, string id, ControllerRoleProps props)
        : base(scope, id)
    {
        foreach (var (property, fault) in ControllerPermissionLimits.Faults(props.Permissions))
        {
            Property.Require(this, property, fault);
        }

        RoleArn = new WorkloadRole
        {
            RoleName = props.RoleName,
            Identity = props.Identity,
            Cluster = props.Cluster,
            OidcProvider = props.OidcProvider,
            ServiceAccount = ServiceAccount,
            PolicyJson = ControllerPolicy.Of(props.Permissions),
            Settings = props.Settings,
        }.DefineIn(this);
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
