using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Project.Tests.Readme;

[CollectionDefinition(nameof(SampleFleet))]
public sealed class SampleFleetCollection : ICollectionFixture<SampleFleet>;
