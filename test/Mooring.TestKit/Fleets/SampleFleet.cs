namespace Mooring.TestKit.Fleets;

/// <summary>The sample fleet, synthesized once for all tests that read it.</summary>
public sealed class SampleFleet() : SynthesizedFleetFixture("fleet.yaml");
