namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="DestroyGuard"/>.</summary>
public sealed record DestroyGuardProps
{
    /// <summary>The release that must not be destroyed without a connection to its cluster.</summary>
    public required TargetGroupBindingRelease Bindings { get; init; }

    /// <summary>Name of the stack that owns the release, which the ConfigMap contains.</summary>
    public required string StackName { get; init; }
}
