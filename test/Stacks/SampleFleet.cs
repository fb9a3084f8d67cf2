using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>The sample fleet, synthesized once for all tests that read it.</summary>
public sealed class SampleFleet() : SynthesizedFleetFixture("fleet.yaml");

[CollectionDefinition(nameof(SampleFleet))]
public sealed class SampleFleetCollection : ICollectionFixture<SampleFleet>;
