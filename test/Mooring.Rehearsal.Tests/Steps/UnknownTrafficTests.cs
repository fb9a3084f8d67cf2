using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>What the rehearsal cannot follow is said with the plan.</summary>
public class UnknownTrafficTests
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_a_directory_in_Git_nobody_knows_what_Argo_CD_does()
    {
        var story = Stories.Named("remove-a-cluster-of-argo-cd");
        var plan = await StoryTests.PlanAsync(story with { Before = [.. story.Before.Select(WithoutGitOps)] }, []);

        var lines = new List<string>();
        StepsText.Write(plan, lines.Add);
        lines.Should().Contain("note: the rehearsal does not show everything: read what stands under 'traffic', and watch that yourself in every step");
        lines.Should().Contain("  not followed: targets of clusters under 'argocd' delivery, because 'argoCd.gitOps' is missing");
        lines.Should().ContainMatch("  fails already before the change, so nothing is known of it: shop-public:80 shop.example.com/: 70 % fail*no targets yet");
    }

    private static string WithoutGitOps(string change) =>
        change.Replace(", gitOps: { repoUrl: https://git.example.com/apps.git }", string.Empty, StringComparison.Ordinal);
}
