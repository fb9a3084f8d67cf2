using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Apply.Tests;

/// <summary>
/// A fleet file, a simulated account with nothing in it but what the fleet takes for granted, and <c>apply</c> as a user runs it in a shell.
/// </summary>
public abstract class PretendedShop : ProgramTest, IAsyncLifetime
{
    /// <summary>The stacks of the fleet, in the order in which they are applied.</summary>
    private protected static readonly string[] Stacks = ["cluster-root", "load-balancer-public", "cluster-blue", "binding-blue", "registration-blue"];

    private readonly List<string> _changes = [];
    private StandInServer? _standIns;

    /// <summary>The account.</summary>
    private protected PretendedAccount Account { get; } = new("111122223333");

    /// <summary>The types of the resources that were changed, one after the other.</summary>
    private protected IReadOnlyList<string> Changes => _changes;

    /// <summary>Whether an apply did not come to its end.</summary>
    private protected bool IsUnfinished => File.Exists(Path.Combine(Folder, "cdktf.out", ".apply.json"));

    public async Task InitializeAsync()
    {
        if (!InstalledPrograms.IsInstalled(InstalledPrograms.Terraform))
        {
            return;
        }

        _standIns = await StandInServer.StartAsync(Account);
        Variables[StandInServer.ReattachVariable] = _standIns.Reattach;
        Variables["TF_CLI_CONFIG_FILE"] = Write("terraformrc", string.Empty);
        Variables["CHECKPOINT_DISABLE"] = "1";
        ExistingParts.AddTo(Account, FleetFile.Parse(SmallFleet.Text));
        Account.OnChange = change => _changes.Add(change.Type);
        Write("fleet.yaml", SmallFleet.Text);
    }

    public async Task DisposeAsync()
    {
        if (_standIns is not null)
        {
            await _standIns.DisposeAsync();
        }
    }

    /// <summary>Applies without asking.</summary>
    private protected Command Apply(params string[] arguments) => Run(["apply", "--yes", .. arguments]);

    /// <summary>Requires that Terraform would change nothing in any stack.</summary>
    private protected void ShouldBeApplied()
    {
        foreach (var stack in Stacks)
        {
            var directory = Path.Combine(Folder, "cdktf.out", "stacks", stack);
            Command.Run(directory, Variables, InstalledPrograms.Terraform, "plan", "-detailed-exitcode", "-input=false").ExitCode.Should().Be(0, stack);
        }
    }
}
