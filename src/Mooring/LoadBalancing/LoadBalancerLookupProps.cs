using HashiCorp.Cdktf;

namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="LoadBalancerLookup"/>.</summary>
public sealed record LoadBalancerLookupProps
{
    /// <summary>Name of the load balancer.</summary>
    public required string LoadBalancerName { get; init; }

    /// <summary>The AWS provider of the load balancer's account and region.</summary>
    /// <value>Defaults to the stack's AWS provider without an alias.</value>
    public TerraformProvider? Provider { get; init; }

    /// <summary>
    /// Whether Terraform fails where the load balancer has several security groups, with a message that asks for one: where
    /// <see cref="LoadBalancerLookup.SecurityGroupId"/> is used.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool RequireOneSecurityGroup { get; init; }
}
