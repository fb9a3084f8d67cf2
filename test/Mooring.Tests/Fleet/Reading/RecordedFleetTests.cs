using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.Tests.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

/// <summary>A fleet file is read with the record of priorities beside it.</summary>
public sealed class RecordedFleetTests : IDisposable
{
    private const string Record = """{ "loadBalancers": { "public": { "http": { "rules": { "a": 7 } } } } }""";

    private readonly TemporaryDirectory _folder = new();

    private string File => Path.Combine(_folder.Path, "fleet.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_rules_have_the_recorded_priorities()
    {
        Write(PriorityRecordTests.FleetOf("a"), Record);

        PriorityOf(FleetFile.Read(File)).Should().Be(7);
    }

    [Fact]
    public void A_change_has_the_recorded_priorities_and_is_compared_with_the_deployed_fleet()
    {
        var deployed = FleetFile.Parse(PriorityRecordTests.FleetOf("a, priority: 7"));
        Write(PriorityRecordTests.FleetOf("a"), Record);

        PriorityOf(FleetFile.ReadChange(File, deployed, new WarningOptions())).Should().Be(7);

        Write(SmallFleet.TextWith("blue", "sky"), Record);
        var read = () => FleetFile.ReadChange(File, deployed, new WarningOptions());
        read.Should().Throw<FleetException>().WithMessage("*clusters.sky must have 'renamed: blue'*");
    }

    [Fact]
    public void A_retired_priority_is_checked_too()
    {
        Write(PriorityRecordTests.FleetOf("a"), """{ "loadBalancers": { "public": { "http": { "retired": [1, 0] } } } }""");
        var read = () => FleetFile.Read(File);

        read.Should()
            .Throw<FleetException>()
            .Which.Faults.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .EndWith("fleet.priorities.json(1,59): loadBalancers.public.http.retired[1] must be between 1 and 50000, got 0");
    }

    private static int? PriorityOf(FleetSpec fleet) => fleet.LoadBalancers["public"].Listeners["http"].Rules[0].Priority;

    private void Write(string fleet, string record)
    {
        System.IO.File.WriteAllText(File, fleet);
        System.IO.File.WriteAllText(PriorityRecordFile.PathFor(File), record);
    }
}
