namespace Mooring.StandIns.Values;

/// <summary>A value of an attribute of Terraform's dynamic type, which is sent with its type.</summary>
/// <param name="TypeConstraint">The type as JSON: <c>["tuple", []]</c>.</param>
/// <param name="Content">The value.</param>
public sealed record TypedValue(string TypeConstraint, Value Content) : Value;
