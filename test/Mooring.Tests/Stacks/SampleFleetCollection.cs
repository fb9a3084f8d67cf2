using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

[CollectionDefinition(nameof(SampleFleet))]
public sealed class SampleFleetCollection : ICollectionFixture<SampleFleet>;
