using Mooring.LoadBalancing;

namespace Mooring.Tests.LoadBalancing;

/// <summary>An existing target group.</summary>
internal sealed record KnownTargetGroup(string TargetGroupArn) : ITargetGroup
{
    public static KnownTargetGroup Blue { get; } = new("arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067");

    public static KnownTargetGroup Green { get; } = new("arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/green/0123456789abcdef");
}
