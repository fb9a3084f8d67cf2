namespace Mooring.TargetGroupBindings;

/// <summary>A field of a TargetGroupBinding's <c>spec</c>, and the controller that it came with.</summary>
/// <param name="Property">The property of <see cref="TargetGroupBinding"/>.</param>
/// <param name="Name">What the custom resource definition calls it.</param>
/// <param name="Since">First controller that knows it.</param>
/// <param name="IsUsed">Whether a TargetGroupBinding's manifest has it.</param>
internal sealed record TargetGroupBindingField(string Property, string Name, ControllerVersion Since, Func<TargetGroupBinding, bool> IsUsed);
