using Mooring.Cli.Tests.CdktfCli;

namespace Mooring.Cli.Tests.CdkTerrain;

/// <summary>The CLI of CDK Terrain.</summary>
public sealed class CdkTerrainProject() : CliProject("CdkTerrain", "cdktn-cli/bin/cdktn");
