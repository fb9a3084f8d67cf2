using Mooring.StandIns;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal.Terraform;

/// <summary>The installed Terraform, with stand-ins for its providers and a simulated account.</summary>
internal sealed class ProgramWithStandIns : IAsyncDisposable
{
    private readonly StandInServer _server;

    private ProgramWithStandIns(StandInServer server, TerraformProgram program) => (_server, Program) = (server, program);

    /// <summary>Terraform.</summary>
    public TerraformProgram Program { get; }

    /// <summary>Starts the stand-ins.</summary>
    /// <param name="account">The account.</param>
    /// <param name="directory">A directory for an empty home directory; the caller deletes it.</param>
    public static async Task<ProgramWithStandIns> StartAsync(PretendedAccount account, string directory)
    {
        var server = await StandInServer.StartAsync(account);
        try
        {
            return new ProgramWithStandIns(
                server,
                TerraformProgram.Create(directory, new Dictionary<string, string> { [StandInServer.ReattachVariable] = server.Reattach })
            );
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
