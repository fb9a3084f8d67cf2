using System.Text.Json;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.Stacks;
using Mooring.StandIns;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>
/// A pretended account, real Terraform and a directory for both. A fleet is put on, and its stacks are run; then the fleet as it is
/// after a change, on the same account and states. Disposing it leaves nothing behind.
/// </summary>
public sealed class RehearsalSession : IAsyncDisposable
{
    private const string ExampleAccount = "111122223333";

    private readonly DirectoryInfo _directory;
    private readonly StandInServer _server;
    private readonly TerraformProgram _terraform;
    private readonly CancellationToken _cancellation;

    private RehearsalSession(DirectoryInfo directory, PretendedAccount account, StandInServer server, CancellationToken cancellation)
    {
        _directory = directory;
        Account = account;
        _server = server;
        _cancellation = cancellation;
        _terraform = TerraformProgram.Create(directory.FullName, new Dictionary<string, string> { [StandInServer.ReattachVariable] = server.Reattach });
    }

    /// <summary>What exists, and what Terraform asked for.</summary>
    public PretendedAccount Account { get; }

    /// <summary>Where the stacks are synthesized.</summary>
    public string Output => Path.Combine(_directory.FullName, "cdktf.out");

    /// <summary>Starts a session.</summary>
    /// <param name="fleet">The fleet, which says in which account it is.</param>
    /// <param name="cancellation">Stops whatever runs.</param>
    public static async Task<RehearsalSession> StartAsync(FleetSpec fleet, CancellationToken cancellation = default)
    {
        var directory = Directory.CreateTempSubdirectory("mooring-rehearsal-");
        try
        {
            var account = new PretendedAccount(fleet.Account ?? ExampleAccount);
            return new RehearsalSession(directory, account, await StandInServer.StartAsync(account), cancellation);
        }
        catch
        {
            directory.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>
    /// Synthesizes a fleet. What it says is there already (<c>existing</c>, <c>adopt</c>) is put into the account where it is not.
    /// </summary>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="onStack">Is told the name of each stack when it is begun.</param>
    /// <returns>The stacks, in the order in which they are applied.</returns>
    /// <exception cref="TerraformException">Terraform is missing or older than a stack needs.</exception>
    public async Task<IReadOnlyList<RehearsedStack>> SynthesizeAsync(FleetSpec fleet, Action<string>? onStack = null)
    {
        var version = await _terraform.VersionAsync(_cancellation);
        FleetSynthesis.Synthesize(fleet, Output, stack => OnStack(stack, onStack));
        IReadOnlyList<RehearsedStack> stacks = [.. SynthesizedOutput.StacksIn(Output).Select(stack => new RehearsedStack(stack.Name, stack.File, stack.Dependencies, _terraform, Account, _cancellation))];
        foreach (var stack in stacks)
        {
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(stack.File, _cancellation));
            RequiredTerraform.Of(json.RootElement).Require(version);
        }

        ExistingParts.AddTo(Account, fleet);
        await AdoptedParts.MakeAsync(stacks, Account, _terraform, _directory.FullName, _cancellation);
        return stacks;
    }

    /// <summary>Synthesis does not wait for anything, and so looks here whether it is to stop.</summary>
    private void OnStack(string stack, Action<string>? onStack)
    {
        _cancellation.ThrowIfCancellationRequested();
        onStack?.Invoke(stack);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
