using System.Collections.Concurrent;
using System.Text.Json;
using Mooring.Fleet;
using Mooring.Fleet.Checks;
using Mooring.Fleet.Derivation;
using Mooring.Jsii;
using Mooring.Publishing;
using Mooring.Rehearsal.Terraform;
using Mooring.Stacks;
using Mooring.StandIns.Remote;
using Mooring.Synthesis;

namespace Mooring.Rehearsal;

/// <summary>
/// A simulated account, the real Terraform, and a directory for both. It runs the stacks of a fleet, and then those of a changed fleet, with the
/// same account and states. Disposing it leaves nothing behind; what a process that was killed left, the next one removes.
/// </summary>
public sealed class RehearsalSession : IAsyncDisposable
{
    private const string ExampleAccount = "111122223333";

    private readonly OwnedDirectory _directory;
    private readonly ProgramWithStandIns _terraform;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentDictionary<string, string> _deployed = new(StringComparer.Ordinal);
    private FleetSpec? _last;

    private RehearsalSession(OwnedDirectory directory, PretendedAccount account, ProgramWithStandIns terraform, CancellationToken cancellation) =>
        (_directory, Account, _terraform, _cancellation) = (directory, account, terraform, cancellation);

    /// <summary>The simulated account, with the log of Terraform's calls.</summary>
    public PretendedAccount Account { get; }

    /// <summary>The directory of the synthesized stacks.</summary>
    public string Output => Path.Combine(_directory.Path, "cdktf.out");

    /// <summary>Starts a session.</summary>
    /// <param name="fleet">The fleet, with its account.</param>
    /// <param name="deployed">The fleet as it is deployed, with its account where the other one has none.</param>
    /// <param name="cancellation">Stops the session.</param>
    /// <exception cref="TerraformException">The fleets are in two accounts.</exception>
    public static async Task<RehearsalSession> StartAsync(FleetSpec fleet, FleetSpec? deployed = null, CancellationToken cancellation = default)
    {
        var account = new PretendedAccount(AccountOf(fleet, deployed));
        OwnedDirectory.RemoveAbandoned(Path.GetTempPath(), JsiiTemporaryFiles.Prefix);
        var directory = OwnedDirectory.Create(Path.GetTempPath(), JsiiTemporaryFiles.Prefix);
        try
        {
            return new RehearsalSession(directory, account, await ProgramWithStandIns.StartAsync(account, directory.Path, fleet, deployed), cancellation);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Synthesizes a fleet. Resources that it declares as <c>existing</c> or with <c>adopt</c> are added to the account.</summary>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="onStack">Called with the name of each stack when its synthesis starts.</param>
    /// <returns>The stacks, in the order in which they are applied.</returns>
    /// <exception cref="TerraformException">Terraform is missing or older than a stack needs.</exception>
    public async Task<IReadOnlyList<RehearsedStack>> SynthesizeAsync(FleetSpec fleet, Action<string>? onStack = null)
    {
        fleet = OriginalNames.Of(fleet);
        var version = await _terraform.Program.VersionAsync(_cancellation);
        var synthesized = FleetSynthesis.Synthesize(fleet, Output, new SynthesisOptions { OnStack = onStack, Cancellation = _cancellation });
        IReadOnlyList<RehearsedStack> stacks =
        [
            .. StackOrder
                .Waves(synthesized.Stacks, stack => stack.Name, stack => stack.Dependencies)
                .SelectMany(wave => wave)
                .Select(stack => new RehearsedStack(stack.Name, stack.File, stack.Dependencies, _terraform.Program, Account, _deployed, _cancellation)),
        ];
        foreach (var stack in stacks)
        {
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(stack.File, _cancellation));
            RequiredTerraform.Of(json.RootElement).Require(version);
        }

        if (_last is not null)
        {
            AssumedVersions.Assume(Account, _last, fleet);
            AssumedNodes.Assume(Account, fleet);
        }

        _last = fleet;
        SetLocations(fleet);
        SetQuotas(fleet);
        SetPodPorts(fleet);
        SetConnections(fleet);
        ExistingParts.AddTo(Account, fleet);
        await new AdoptedParts(Account, fleet, _directory.Path, _cancellation).MakeAsync(stacks);
        return stacks;
    }

    /// <summary>The roles that a fleet names exist, and let Terraform in.</summary>
    private void SetLocations(FleetSpec fleet)
    {
        Account.Region = fleet.Region;
        Account.AssumableRoles.UnionWith(fleet.Locations.Keys.Prepend(null).Select(name => FleetLocation.Of(fleet, name).AssumeRole).OfType<string>());
    }

    /// <summary>Prefix lists are as long as CloudFront's, as warning <c>W004</c> assumes, unless the file says that it does not apply.</summary>
    private void SetQuotas(FleetSpec fleet)
    {
        Account.SecurityGroupRules = fleet.LoadBalancers.Values.Select(each => each.Quotas.SecurityGroupRules).Append(Account.SecurityGroupRules).Max();
        if (fleet.SuppressWarnings.ContainsKey(WarningChecks.PrefixLists))
        {
            Account.PrefixListEntries = 1;
        }
    }

    private void SetPodPorts(FleetSpec fleet)
    {
        foreach (var service in fleet.Clusters.Values.SelectMany(cluster => cluster.Bindings).Select(binding => binding.Service))
        {
            if (service.TargetPort is { } port)
            {
                Account.PodPorts[$"{service.Namespace}/{service.Name}:{service.Port}"] = port;
            }
        }
    }

    /// <summary>The hosts and proxies that a fleet names lead to its clusters.</summary>
    private void SetConnections(FleetSpec fleet)
    {
        ConnectionSpec?[] connections =
        [
            fleet.ArgoCd?.Connection,
            .. fleet.Clusters.Values.SelectMany(cluster => new[] { cluster.Connection, cluster.Registration.Connection }),
        ];
        Account.ApiServerHosts.UnionWith(connections.Select(connection => connection?.Host).OfType<string>());
        Account.Proxies.UnionWith(connections.Select(connection => connection?.ProxyUrl).OfType<string>());
    }

    /// <summary>The account of both fleets. Without one, it is an example from AWS's documentation.</summary>
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
            _directory.Dispose();
        }
    }
}
