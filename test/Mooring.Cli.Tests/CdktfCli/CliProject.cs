using System.Text.Json.Nodes;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>A directory with the sample fleet and this project's <c>cdktf.json</c>, where a CLI runs with stand-ins for the providers.</summary>
/// <param name="packages">The directory of these tests that has the <c>package-lock.json</c> of the CLI.</param>
/// <param name="cli">The program, in its <c>node_modules</c>.</param>
public abstract class CliProject(string packages, string cli) : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mooring-");
    private StandInServer? _server;
    private NpmPackages? _installed;

    internal PretendedAccount Account { get; } = new("111122223333");

    internal string Folder => _directory.FullName;

    public async Task InitializeAsync()
    {
        _installed = NpmPackages.Of(packages);
        _server = await StandInServer.StartAsync(Account);
        var project = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("cdktf.json")))!;
        project["app"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "Stacks.dll")}";
        await File.WriteAllTextAsync(Path.Combine(Folder, "cdktf.json"), project.ToJsonString());
        File.Copy(Repository.PathOf("fleet.yaml"), Path.Combine(Folder, "fleet.yaml"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "terraformrc"), string.Empty);
    }

    /// <summary>Runs the CLI.</summary>
    internal Command Run(params string[] arguments) =>
        _installed!.Run(Folder, CdktfEnvironment.In(Folder, _server!.Reattach), [_installed.PathOf(cli), .. arguments]);

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
