using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Steps;
using Mooring.TestKit.Programs;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>
/// The steps of each story hold: Terraform and AWS accept them one after the other, and no request loses its answer. The reviewed plans are in
/// <c>main.tf.json.snapshots/steps</c>.
/// </summary>
public class StoryTests
{
    /// <summary>The names of the stories.</summary>
    public static TheoryData<string> Names => [.. Stories.Possible.Select(story => story.Name)];

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [MemberData(nameof(Names))]
    public async Task A_story_has_steps_that_hold(string name)
    {
        var story = Stories.Named(name);
        var plan = await PlanAsync(story, name == "add-a-cluster" ? [10, 50] : []);

        var lines = new List<string>();
        StepsText.Write(plan, lines.Add);
        plan.Holds.Should().BeTrue(string.Join('\n', lines));
        Snapshot.VerifyFile($"{Snapshot.Folder}/steps/{name}.txt", string.Join('\n', lines));
    }

    internal static async Task<StepPlan> PlanAsync(Story story, IReadOnlyList<int> percentages)
    {
        var (deployed, fleet) = (story.Deployed, story.Next);
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        return await StepRehearsal.PlanAsync(session, deployed, fleet, percentages, _ => { });
    }
}
