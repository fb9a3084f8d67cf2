using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>What the CLI of CDKTF does with this project.</summary>
[Trait("Category", "CdktfCli")]
[Collection(nameof(SampleFleet))]
public sealed class CdktfCliTests(SampleFleet sample, CdktfProject project) : CliTests(sample, project), IClassFixture<CdktfProject>;
