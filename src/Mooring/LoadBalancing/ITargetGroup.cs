namespace Mooring.LoadBalancing;

/// <summary>A target group, whether it is created or looked up.</summary>
public interface ITargetGroup
{
    /// <summary>ARN of the target group.</summary>
    string TargetGroupArn { get; }
}
