using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Mooring.StandIns.Aws;
using Mooring.StandIns.HcpTerraform;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Protocol;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns;

/// <summary>
/// Serves stand-ins for the aws, kubernetes, helm and tfe providers to the real Terraform, in this process, over Unix sockets. All
/// of them share one simulated account.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/plugin/debugging"/>
public sealed class StandInServer : IAsyncDisposable
{
    /// <summary>The environment variable that contains the providers' addresses for Terraform.</summary>
    public const string ReattachVariable = "TF_REATTACH_PROVIDERS";

    private const int ProtocolVersion = 6;

    private readonly WebApplication _application;
    private readonly DirectoryInfo? _own;

    private StandInServer(WebApplication application, DirectoryInfo? own, string reattach)
    {
        _application = application;
        _own = own;
        Reattach = reattach;
    }

    /// <summary>The value of <see cref="ReattachVariable"/>.</summary>
    public string Reattach { get; }

    /// <summary>Starts the server, with its sockets in a directory of its own.</summary>
    /// <param name="account">The simulated account.</param>
    /// <exception cref="FileNotFoundException">The build has no schemas.</exception>
    public static async Task<StandInServer> StartAsync(PretendedAccount account)
    {
        // Only its owner may open the directory.
        var directory = Directory.CreateTempSubdirectory("mooring-");
        try
        {
            return await StartAsync(account, directory.FullName, directory);
        }
        catch
        {
            directory.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Starts the server, with its sockets in a directory that the caller removes.</summary>
    /// <param name="account">The simulated account.</param>
    /// <param name="directory">The directory. A socket's path is limited to about a hundred bytes.</param>
    /// <exception cref="FileNotFoundException">The build has no schemas.</exception>
    public static Task<StandInServer> StartAsync(PretendedAccount account, string directory) => StartAsync(account, directory, own: null);

    /// <summary>Stops the server, and removes its own directory.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _application.DisposeAsync();
        }
        finally
        {
            _own?.Delete(recursive: true);
        }
    }

    private static async Task<StandInServer> StartAsync(PretendedAccount account, string directory, DirectoryInfo? own)
    {
        StandIn[] standIns = [new AwsStandIn(), new KubernetesStandIn(), new HelmStandIn(), new TfeStandIn()];
        var sockets = standIns.Select((standIn, index) => (StandIn: standIn, Socket: Path.Combine(directory, $"{index}"))).ToArray();
        return new StandInServer(await StartAsync(Build(sockets, account)), own, ReattachOf(sockets));
    }

    private static async Task<WebApplication> StartAsync(WebApplication application)
    {
        try
        {
            await application.StartAsync();
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(IEnumerable<(StandIn StandIn, string Socket)> sockets, PretendedAccount account)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = null;
                foreach (var (standIn, socket) in sockets)
                {
                    kestrel.ListenUnixSocket(socket, listen => Serve(listen, standIn, account));
                }
            });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddRouting();
        var application = builder.Build();
        application.UseRouting();
        application.MapGrpcService<ProviderService>();
        return application;
    }

    /// <summary>Terraform opens a connection for each provider that it configures, so a connection is a configured provider.</summary>
    private static void Serve(ListenOptions listen, StandIn standIn, PretendedAccount account)
    {
        listen.Protocols = HttpProtocols.Http2;
        listen.Use(next =>
            connection =>
            {
                connection.Items[typeof(ProviderInstance)] = new ProviderInstance(standIn, account);
                return next(connection);
            }
        );
    }

    private static string ReattachOf(IEnumerable<(StandIn StandIn, string Socket)> sockets) =>
        JsonSerializer.Serialize(
            sockets.ToDictionary(
                each => each.StandIn.Schema.Address,
                each => new
                {
                    Protocol = "grpc",
                    ProtocolVersion,
                    Pid = Environment.ProcessId,
                    Test = true,
                    Addr = new { Network = "unix", String = each.Socket },
                }
            )
        );
}
