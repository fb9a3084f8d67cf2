using Constructs;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicy;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>
/// Defines what TargetGroupBindings need as a policy of an existing role: that of an AWS Load Balancer Controller which somebody else installed.
/// </summary>
public class ControllerRolePolicy : Construct
{
    /// <summary>Defines the policy.</summary>
    /// <exception cref="ConstructException">The permissions lack their target groups, or something is outside IAM's limits.</exception>
    public ControllerRolePolicy(Construct scope, string id, ControllerRolePolicyProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.RoleName), IamLimits.RoleName(props.RoleName));
        Property.Require(this, nameof(props.PolicyName), IamLimits.PolicyName(props.PolicyName));
        foreach (var (property, fault) in ControllerPermissionLimits.Faults(props.Permissions))
        {
            Property.Require(this, property, fault);
        }

        var policy = ControllerPolicy.Of(props.Permissions);
        Property.Require(this, nameof(props.Permissions), IamLimits.InlinePolicies([policy]));
        _ = new IamRolePolicy(
            this,
            "Default",
            new IamRolePolicyConfig
            {
                Name = props.PolicyName,
                Role = props.RoleName,
                Policy = policy,
            }
        );
    }
}
