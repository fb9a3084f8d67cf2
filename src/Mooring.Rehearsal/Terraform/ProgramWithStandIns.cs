using Mooring.Fleet;
using Mooring.Publishing;
using Mooring.StandIns;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal.Terraform;

/// <summary>The installed Terraform, with stand-ins for its providers and a simulated account.</summary>
internal sealed class ProgramWithStandIns : IAsyncDisposable
{
    private readonly StandInServer _server;
    private readonly OwnedDirectory _sockets;

    private ProgramWithStandIns(StandInServer server, OwnedDirectory sockets, TerraformProgram program) =>
        (_server, _sockets, Program) = (server, sockets, program);

    /// <summary>Terraform.</summary>
    public TerraformProgram Program { get; }

    /// <summary>Starts the stand-ins.</summary>
    /// <param name="account">The account.</param>
    /// <param name="directory">A directory for an empty home directory; the caller deletes it.</param>
    /// <param name="fleets">Fleets whose providers may be found elsewhere than in Terraform's public registry.</param>
    public static async Task<ProgramWithStandIns> StartAsync(PretendedAccount account, string directory, params FleetSpec?[] fleets)
    {
        var sockets = SocketDirectory.Create();
        StandInServer? server = null;
        try
        {
            server = await StandInServer.StartAsync(account, sockets.Path);
            var settings = new Dictionary<string, string> { [StandInServer.ReattachVariable] = ProviderMirrors.AddTo(server.Reattach, fleets) };
            return new ProgramWithStandIns(server, sockets, TerraformProgram.Create(directory, settings));
        }
        catch
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
            sockets.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _server.DisposeAsync();
        }
        finally
        {
            _sockets.Dispose();
        }
    }
}
