namespace Mooring.Tests.Fleet.Properties;

/// <summary>A fleet file that was made up.</summary>
/// <param name="Text">The file.</param>
public sealed record GeneratedFleet(string Text);
