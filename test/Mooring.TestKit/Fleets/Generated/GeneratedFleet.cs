namespace Mooring.TestKit.Fleets.Generated;

/// <summary>A fleet file that was made up.</summary>
/// <param name="Text">The file.</param>
public sealed record GeneratedFleet(string Text);
