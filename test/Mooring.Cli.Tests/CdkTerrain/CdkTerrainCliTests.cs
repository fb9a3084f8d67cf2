using FluentAssertions;
using Mooring.Cli.Tests.CdktfCli;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests.CdkTerrain;

/// <summary>The CLI of CDK Terrain does with this project, and its <c>cdktf.json</c> as it is, what the one of CDKTF does.</summary>
[Trait("Category", "CdktfCli")]
[Collection(nameof(SampleFleet))]
public sealed class CdkTerrainCliTests(SampleFleet sample, CdkTerrainProject project) : CliTests(sample, project), IClassFixture<CdkTerrainProject>
{
    private readonly CdkTerrainProject _project = project;

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void It_lists_the_stacks()
    {
        var list = _project.Run("list");

        list.ExitCode.Should().Be(0, "{0}", list.Error);
        list.Output.Should().Contain("load-balancer-public            cdktf.out/stacks/load-balancer-public");
    }
}
