namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>The CLI of CDKTF.</summary>
public sealed class CdktfProject() : CliProject("CdktfCli", "cdktf-cli/bundle/bin/cdktf");
