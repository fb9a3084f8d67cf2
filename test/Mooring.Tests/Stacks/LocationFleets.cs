using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>The example of a fleet in three accounts.</summary>
public sealed class LocationsFleet() : SynthesizedFleetFixture("docs", "examples", "locations", "fleet.yaml");

/// <summary>The example of a fleet that is registered with the Argo CD of another one.</summary>
public sealed class GuestFleet() : SynthesizedFleetFixture("docs", "examples", "locations", "guest.yaml");

[CollectionDefinition(nameof(LocationsFleet))]
public sealed class LocationsFleetCollection : ICollectionFixture<LocationsFleet>, ICollectionFixture<GuestFleet>;
