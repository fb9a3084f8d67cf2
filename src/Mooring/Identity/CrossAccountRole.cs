using Constructs;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>
/// Defines the role through which AWS Load Balancer Controllers of other accounts register targets with target groups of this one.
/// A TargetGroupBinding names it in <c>iamRoleArnToAssume</c>, and its external id in <c>assumeRoleExternalId</c>.
/// </summary>
/// <remarks>
/// IAM refuses a trust policy that names a role which does not exist: the controllers' roles are created first, or
/// <see cref="CrossAccountRoleProps.BeforeControllers"/> says that they are not.
/// </remarks>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/#assumerole-cross-account-targetgroups"/>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"/>
public class CrossAccountRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ConstructException">An ARN is not valid, a profile that names target groups has none, or a value is outside IAM's
    /// limits.</exception>
    public CrossAccountRole(Construct scope, string id, CrossAccountRoleProps props)
        : base(scope, id)
    {
        Property.Require(
            this,
            nameof(props.ControllerRoleArns),
            Limit.Entries(props.ControllerRoleArns.Count, 1, int.MaxValue)
                ?? props
                    .ControllerRoleArns.Select(arn => props.BeforeControllers ? AwsLimits.RoleArnPattern(arn) : AwsLimits.RoleArn(arn))
                    .FirstOrDefault(fault => fault is not null)
        );
        Property.Require(this, nameof(props.ExternalId), IamLimits.ExternalId(props.ExternalId));

        var permissions = new ControllerPermissions
        {
            Profile = props.Profile,
            TargetGroupArns = props.TargetGroupArns.Count > 0 ? props.TargetGroupArns : null,
            RemovedTargetGroupArns = props.RemovedTargetGroupArns,
        };
        foreach (var (property, fault) in ControllerPermissionLimits.Faults(permissions))
        {
            Property.Require(this, property, fault);
        }

        var policy = ControllerPolicy.Of(permissions);
        var trust = props.BeforeControllers
            ? TrustInAccountsOf(props.ControllerRoleArns, props.ExternalId)
            : TrustOf(props.ControllerRoleArns, props.ExternalId);
        RoleArn = RoleDefinition.Define(this, props.RoleName, policy, props.Settings, trust);
    }

    /// <summary>The trust policy of a role, whose length is limited.</summary>
    /// <param name="controllerRoleArns">ARNs of the roles that may assume it.</param>
    /// <param name="externalId">The external id that they give.</param>
    internal static string TrustPolicyOf(IReadOnlyList<string> controllerRoleArns, string externalId) =>
        RoleDefinition.JsonOf(TrustOf(controllerRoleArns, externalId));

    private static TrustStatement TrustOf(IReadOnlyList<string> controllerRoleArns, string externalId) =>
        new()
        {
            Actions = ["sts:AssumeRole"],
            PrincipalType = "AWS",
            Principals = [.. controllerRoleArns],
            Conditions = [("sts:ExternalId", [externalId])],
        };

    private static TrustStatement TrustInAccountsOf(IReadOnlyList<string> controllerRoleArns, string externalId) =>
        TrustOf([.. controllerRoleArns.Select(arn => $"{arn[..arn.IndexOf(":role/", StringComparison.Ordinal)]}:root").Distinct()], externalId) with
        {
            PrincipalArns = [.. controllerRoleArns],
        };

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
