using Mooring.Fleet;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Production of docs/examples/hub, applied once for all tests that only plan.</summary>
public sealed class DeployedHub : IAsyncLifetime
{
    internal FleetSpec Fleet { get; } = HubFleet.Stage("production");

    internal RehearsalSession Session { get; private set; } = null!;

    internal IReadOnlyList<RehearsedStack> Stacks { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (InstalledPrograms.IsInstalled(InstalledPrograms.Terraform))
        {
            Session = await RehearsalSession.StartAsync(Fleet);
            Stacks = await FleetRehearsal.DeployAsync(Session, Fleet, _ => { });
        }
    }

    public async Task DisposeAsync()
    {
        if (Session is not null)
        {
            await Session.DisposeAsync();
        }
    }
}
