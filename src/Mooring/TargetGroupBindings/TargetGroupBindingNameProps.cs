namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="TargetGroupBindingName"/>.</summary>
public sealed record TargetGroupBindingNameProps
{
    /// <summary>The name until the target group is created again: at most 46 lower-case letters, digits and inner hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>ARN of the target group, as a look-up returns it.</summary>
    public required string TargetGroupArn { get; init; }
}
