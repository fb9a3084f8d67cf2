using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Cli.Tests;

[CollectionDefinition(nameof(SampleFleet))]
public sealed class SampleFleetCollection : ICollectionFixture<SampleFleet>;
