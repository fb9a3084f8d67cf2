using FluentAssertions;
using Mooring.Fleet;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Steps;
using Mooring.Rehearsal.Tests.Traffic;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Steps;

public class StoryTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("blue 1", "blue 50,green 50")]
    [InlineData("blue 30,green 70", "blue 30")]
    [InlineData("blue 30,green 70 argocd", "blue 30")]
    [InlineData("blue 1", "green 1")]
    [InlineData("blue 1", "blue 1 argocd")]
    [InlineData("blue 1 argocd", "blue 1")]
    public async Task Story(string from, string to)
    {
        var (deployed, fleet) = (TwoClusters.Fleet(from.Split(',')), TwoClusters.Fleet(to.Split(',')));
        await Plan(deployed, fleet);
    }

    private async Task Plan(FleetSpec deployed, FleetSpec fleet)
    {
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        var plan = await StepRehearsal.PlanAsync(session, deployed, fleet, [], _ => { });
        StepsText.Write(plan, output.WriteLine);
        plan.Holds.Should().BeTrue();
    }
}
