using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks.Everything;

/// <summary>The fleet that uses every key of the fleet file.</summary>
public sealed class EverythingFleet() : SynthesizedFleetFixture("test", "Mooring.TestKit", "Fleets", "everything.yaml");

/// <summary>The fleet of the choices that exclude those of <see cref="EverythingFleet"/>.</summary>
public sealed class EverythingElseFleet() : SynthesizedFleetFixture("test", "Mooring.TestKit", "Fleets", "everything-else.yaml");

[CollectionDefinition(nameof(EverythingFleet))]
public sealed class EverythingFleetCollection : ICollectionFixture<EverythingFleet>, ICollectionFixture<EverythingElseFleet>;
