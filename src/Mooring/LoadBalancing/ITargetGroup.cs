namespace Mooring.LoadBalancing;

/// <summary>A target group, whoever made it.</summary>
public interface ITargetGroup
{
    /// <summary>ARN of the target group.</summary>
    string TargetGroupArn { get; }
}
