using System.Text.Json;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.Synthesis;

namespace Mooring.Rehearsal;

/// <summary>
/// A pretended account, real Terraform and a directory for both. A fleet is put on, and its stacks are run; then the fleet as it is
/// after a change, on the same account and states. Disposing it leaves nothing behind.
/// </summary>
public sealed class RehearsalSession : IAsyncDisposable
{
    private const string ExampleAccount = "111122223333";

    private readonly DirectoryInfo _directory;
    private readonly ProgramWithStandIns _terraform;
    private readonly CancellationToken _cancellation;

    private RehearsalSession(DirectoryInfo directory, PretendedAccount account, ProgramWithStandIns terraform, CancellationToken cancellation) =>
        (_directory, Account, _terraform, _cancellation) = (directory, account, terraform, cancellation);

    /// <summary>What exists, and what Terraform asked for.</summary>
    public PretendedAccount Account { get; }

    /// <summary>Where the stacks are synthesized.</summary>
    public string Output => Path.Combine(_directory.FullName, "cdktf.out");

    /// <summary>Starts a session.</summary>
    /// <param name="fleet">The fleet, which says in which account it is.</param>
    /// <param name="deployed">The fleet as it is deployed, which says so where the other one does not.</param>
    /// <param name="cancellation">Stops whatever runs.</param>
    /// <exception cref="TerraformException">The fleets are in two accounts.</exception>
    public static async Task<RehearsalSession> StartAsync(FleetSpec fleet, FleetSpec? deployed = null, CancellationToken cancellation = default)
    {
        var account = new PretendedAccount(AccountOf(fleet, deployed));
        var directory = Directory.CreateTempSubdirectory("mooring-rehearsal-");
        try
        {
            return new RehearsalSession(directory, account, await ProgramWithStandIns.StartAsync(account, directory.FullName), cancellation);
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
        var version = await _terraform.Program.VersionAsync(_cancellation);
        var synthesized = FleetSynthesis.Synthesize(fleet, Output, new SynthesisOptions { OnStack = onStack, Cancellation = _cancellation });
        IReadOnlyList<RehearsedStack> stacks =
        [
            .. ApplyOrder
                .Of(synthesized.Stacks)
                .Select(stack => new RehearsedStack(stack.Name, stack.File, stack.Dependencies, _terraform.Program, Account, _cancellation)),
        ];
        foreach (var stack in stacks)
        {
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(stack.File, _cancellation));
            RequiredTerraform.Of(json.RootElement).Require(version);
        }

        ExistingParts.AddTo(Account, fleet);
        await new AdoptedParts(Account, fleet, _directory.FullName, _cancellation).MakeAsync(stacks);
        return stacks;
    }

    /// <summary>The account that both fleets are in. One that no fleet names is an example of Amazon's documentation.</summary>
    private static string AccountOf(FleetSpec fleet, FleetSpec? deployed) =>
        (fleet.Account, deployed?.Account) switch
        {
            ({ } account, { } other) when account != other => throw new TerraformException(
                $"'account' must be the one of the fleet as it is deployed, '{other}', got '{account}': a rehearsal has one account"
            ),
            (var account, var other) => account ?? other ?? ExampleAccount,
        };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _terraform.DisposeAsync();
        }
        finally
        {
            _directory.Delete(recursive: true);
        }
    }
}
