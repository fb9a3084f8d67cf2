namespace Mooring.LoadBalancing;

/// <summary>An Application Load Balancer, whoever made it.</summary>
public interface ILoadBalancer
{
    /// <summary>ARN of the load balancer.</summary>
    string LoadBalancerArn { get; }

    /// <summary>DNS name that records point at.</summary>
    string LoadBalancerDnsName { get; }

    /// <summary>Id of the Route 53 hosted zone for alias records.</summary>
    string LoadBalancerZoneId { get; }

    /// <summary>Id of a security group that it has: where it may connect to is told with this one.</summary>
    string SecurityGroupId { get; }
}
