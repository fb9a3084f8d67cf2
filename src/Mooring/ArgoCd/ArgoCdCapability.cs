using Constructs;
using HashiCorp.Cdktf.Providers.Aws.EksCapability;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;
using Capability = HashiCorp.Cdktf.Providers.Aws.EksCapability.EksCapability;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines an EKS Capability for Argo CD, with its role: EKS runs Argo CD for a cluster. EKS adds the access entry of the role to the cluster, without
/// permissions; <see cref="CapabilityAccess"/> grants them.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/create-argocd-capability.html"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCapability.html"/>
public class ArgoCdCapability : Construct
{
    /// <summary>Defines a capability.</summary>
    /// <exception cref="ConstructException">A property is outside the limits of EKS or IAM, or there is not one of role name and role ARN.</exception>
    public ArgoCdCapability(Construct scope, string id, ArgoCdCapabilityProps props)
        : base(scope, id)
    {
        Require(props);
        RoleArn = props.RoleArn ?? DefineRole(props);
        var capability = new Capability(
            this,
            "Default",
            new EksCapabilityConfig
            {
                ClusterName = props.Cluster.ClusterName,
                CapabilityName = props.CapabilityName,
                Type = "ARGOCD",
                RoleArn = RoleArn,
                // EKS has no other one.
                DeletePropagationPolicy = "RETAIN",
                Configuration = new[] { new EksCapabilityConfiguration { ArgoCd = new[] { ConfigurationOf(props) } } },
                Tags = ResourceTags.Of(this, props.Tags),
            }
        );

        CapabilityArn = capability.Arn;
        ServerUrl = $"${{{capability.Fqn}.configuration[0].argo_cd[0].server_url}}";
        Resource = capability;
    }

    /// <summary>ARN of the capability.</summary>
    public string CapabilityArn { get; }

    /// <summary>ARN of its role.</summary>
    public string RoleArn { get; }

    /// <summary>URL of Argo CD's server.</summary>
    public string ServerUrl { get; }

    /// <summary>What the role's access to the cluster follows.</summary>
    internal Capability Resource { get; }

    private string DefineRole(ArgoCdCapabilityProps props) =>
        new ServiceRole(
            this,
            "Role",
            new ServiceRoleProps
            {
                RoleName = props.RoleName!,
                ServicePrincipal = "capabilities.eks.amazonaws.com",
                TagsSessions = true,
                ManagedPolicies = [],
                Settings = props.RoleSettings,
            }
        ).RoleArn;

    private static EksCapabilityConfigurationArgoCd ConfigurationOf(ArgoCdCapabilityProps props)
    {
        EksCapabilityConfigurationArgoCdRbacRoleMapping[] mappings =
        [
            .. MappingOf("ADMIN", props.Admins),
            .. MappingOf("EDITOR", props.Editors),
            .. MappingOf("VIEWER", props.Viewers),
        ];
        return new()
        {
            Namespace = props.Namespace,
            AwsIdc = new[]
            {
                new EksCapabilityConfigurationArgoCdAwsIdc { IdcInstanceArn = props.IdentityCenterArn, IdcRegion = props.IdentityCenterRegion },
            },
            NetworkAccess =
                props.VpcEndpointIds.Count == 0 ? null : new[] { new EksCapabilityConfigurationArgoCdNetworkAccess { VpceIds = [.. props.VpcEndpointIds] } },
            RbacRoleMapping = mappings.Length == 0 ? null : mappings,
        };
    }

    private static IEnumerable<EksCapabilityConfigurationArgoCdRbacRoleMapping> MappingOf(string role, ArgoCdMembers members)
    {
        EksCapabilityConfigurationArgoCdRbacRoleMappingIdentity[] identities =
        [
            .. members.UserIds.Select(id => new EksCapabilityConfigurationArgoCdRbacRoleMappingIdentity { Id = id, Type = "SSO_USER" }),
            .. members.GroupIds.Select(id => new EksCapabilityConfigurationArgoCdRbacRoleMappingIdentity { Id = id, Type = "SSO_GROUP" }),
        ];
        return identities.Length == 0 ? [] : [new EksCapabilityConfigurationArgoCdRbacRoleMapping { Role = role, Identity = identities }];
    }

    private void Require(ArgoCdCapabilityProps props)
    {
        Property.Require(this, nameof(props.CapabilityName), CapabilityLimits.Name(props.CapabilityName));
        Property.Require(
            this,
            nameof(props.RoleArn),
            (props.RoleName is null) == (props.RoleArn is null) ? "must be left out with 'RoleName', and is required without it"
                : props.RoleArn is { } arn ? AwsLimits.RoleArn(arn)
                : null
        );
        Property.Require(this, nameof(props.IdentityCenterArn), CapabilityLimits.InstanceArn(props.IdentityCenterArn));
        Property.Require(this, nameof(props.IdentityCenterRegion), AwsLimits.Region(props.IdentityCenterRegion));
        Property.Require(this, nameof(props.Namespace), KubernetesLimits.DnsLabel(props.Namespace));
        RequireEach(nameof(props.VpcEndpointIds), props.VpcEndpointIds, AwsLimits.VpcEndpointId);
        foreach (
            var (name, members) in new[]
            {
                (nameof(props.Admins), props.Admins),
                (nameof(props.Editors), props.Editors),
                (nameof(props.Viewers), props.Viewers),
            }
        )
        {
            RequireEach(name, [.. members.UserIds, .. members.GroupIds], CapabilityLimits.Identity);
        }
    }

    private void RequireEach(string property, IReadOnlyList<string> values, Func<string, string?> limit) =>
        Property.Require(this, property, values.Select(limit).FirstOrDefault(fault => fault is not null) ?? Limit.NoneTwice(values));
}
