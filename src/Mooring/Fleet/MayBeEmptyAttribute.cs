namespace Mooring.Fleet;

/// <summary>A text that says something even without a character; any other text in a fleet file must have one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MayBeEmptyAttribute : Attribute;
