using Mooring.Testing;
using Xunit;

namespace Stacks.Tests;

/// <summary>The Terraform of the fleet is the reviewed one. `dotnet test -e ACCEPT_SNAPSHOTS=1` accepts a difference: read it first.</summary>
public class FleetTests
{
    [Fact]
    public void The_terraform_of_the_fleet_is_the_reviewed_one()
    {
        var snapshots = SnapshotFolder.Find("main.tf.json.snapshots");

        snapshots.VerifyFleet("fleet", Path.Combine(snapshots.Path, "..", "fleet.yaml"));
    }
}
