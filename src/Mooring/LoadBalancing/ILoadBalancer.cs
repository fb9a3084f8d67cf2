namespace Mooring.LoadBalancing;

/// <summary>An Application Load Balancer: one that is created or looked up.</summary>
public interface ILoadBalancer
{
    /// <summary>ARN of the load balancer.</summary>
    string LoadBalancerArn { get; }

    /// <summary>DNS name that records point at.</summary>
    string LoadBalancerDnsName { get; }

    /// <summary>Id of the Route 53 hosted zone for alias records.</summary>
    string LoadBalancerZoneId { get; }

    /// <summary>Id of one of its security groups. Rules that allow its traffic refer to this group.</summary>
    string SecurityGroupId { get; }
}
