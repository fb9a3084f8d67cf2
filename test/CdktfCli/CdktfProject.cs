using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.Tests.CommandLine;
using Xunit;

namespace Mooring.Tests.CdktfCli;

/// <summary>A directory with the sample fleet and this project's <c>cdktf.json</c>, where the official CLI runs with stand-ins for the providers.</summary>
public sealed class CdktfProject : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mooring-");
    private StandInServer _server = null!;

    internal PretendedAccount Account { get; } = new("111122223333");

    internal string Folder => _directory.FullName;

    private static string Installed => Repository.PathOf("test", "CdktfCli", ".installed");

    private static string Cli => Path.Combine(Installed, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Cli))
        {
            Install();
        }

        _server = await StandInServer.StartAsync(Account);
        var project = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("cdktf.json")))!;
        project["app"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "Stacks.dll")}";
        await File.WriteAllTextAsync(Path.Combine(Folder, "cdktf.json"), project.ToJsonString());
        File.Copy(Repository.PathOf("fleet.yaml"), Path.Combine(Folder, "fleet.yaml"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "terraformrc"), string.Empty);
    }

    /// <summary>Installs the CLI from npm, in half a minute, for all later runs.</summary>
    private static void Install()
    {
        Directory.CreateDirectory(Installed);
        foreach (var file in new[] { "package.json", "package-lock.json" })
        {
            File.Copy(Repository.PathOf("test", "CdktfCli", file), Path.Combine(Installed, file), overwrite: true);
        }

        var npm = Command.Run(Installed, new Dictionary<string, string?>(), "npm", "ci", "--no-audit", "--no-fund");
        npm.ExitCode.Should().Be(0, npm.Error);
    }

    /// <summary>Runs the CLI.</summary>
    internal Command Run(params string[] arguments) => Command.Run(
        Folder,
        new Dictionary<string, string?>
        {
            [StandInServer.ReattachVariable] = _server.Reattach,
            ["TF_CLI_CONFIG_FILE"] = Path.Combine(Folder, "terraformrc"),
            ["CHECKPOINT_DISABLE"] = "1",
            ["CI"] = "1",
            ["HOME"] = Folder,
            ["DOTNET_CLI_HOME"] = Folder,
        },
        "node",
        [Cli, .. arguments]);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
