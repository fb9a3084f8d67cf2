using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>A directory with the sample fleet and this project's <c>cdktf.json</c>, where the official CLI runs with stand-ins for the providers.</summary>
public sealed class CdktfProject : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mooring-");
    private StandInServer? _server;
    private string _cli = string.Empty;

    internal PretendedAccount Account { get; } = new("111122223333");

    internal string Folder => _directory.FullName;

    public async Task InitializeAsync()
    {
        var installed = new CdktfInstallation(
            Repository.PathOf("test", "Mooring.Cli.Tests", "CdktfCli", ".installed"),
            Repository.PathOf("test", "Mooring.Cli.Tests", "CdktfCli")
        ).Ensure(Install);
        _cli = Path.Combine(installed, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
        _server = await StandInServer.StartAsync(Account);
        var project = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("cdktf.json")))!;
        project["app"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "Stacks.dll")}";
        await File.WriteAllTextAsync(Path.Combine(Folder, "cdktf.json"), project.ToJsonString());
        File.Copy(Repository.PathOf("fleet.yaml"), Path.Combine(Folder, "fleet.yaml"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "terraformrc"), string.Empty);
    }

    /// <summary>Installs the CLI from npm, in half a minute, once for all later runs.</summary>
    private static void Install(string folder)
    {
        var npm = Command.Run(folder, new Dictionary<string, string?>(), "npm", "ci", "--no-audit", "--no-fund");
        npm.ExitCode.Should().Be(0, npm.Error);
    }

    /// <summary>Runs the CLI.</summary>
    internal Command Run(params string[] arguments) => Command.Run(Folder, CdktfEnvironment.In(Folder, _server!.Reattach), "node", [_cli, .. arguments]);

    /// <summary>Also when the initialization failed: xunit disposes it then, too.</summary>
    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _directory.Delete(recursive: true);
    }
}
