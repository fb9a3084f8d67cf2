using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>Production of docs/examples/hub.</summary>
public sealed class HubProduction() : SynthesizedFleetFixture("docs", "examples", "hub", "production.yaml");

/// <summary>The stage for tests of docs/examples/hub.</summary>
public sealed class HubTest() : SynthesizedFleetFixture("docs", "examples", "hub", "test.yaml");

[CollectionDefinition(nameof(HubStages))]
public sealed class HubStages : ICollectionFixture<HubProduction>, ICollectionFixture<HubTest>;
