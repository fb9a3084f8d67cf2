using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>What has no safe way says so, and why; no step of it is shown.</summary>
public class RefusedPlanTests
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public Task Nothing_moves_to_another_vpc() =>
        RefusesAsync(
            new("vpc", "vpc-0a1b2c3d4e5f60718 => vpc-0a1b2c3d4e5f60719"),
            "step 1, expand: vpc must be 'vpc-0a1b2c3d4e5f60718', as deployed: load balancers and clusters cannot move to another VPC, *"
        );

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public Task A_binding_cannot_change_to_a_shared_target_group_under_its_name() =>
        RefusesAsync(
            new(
                "merge",
                "- { cluster: blue } => - { targetGroup: web }",
                "port: 80 }\n => port: 80 }\n        targetGroupRef: web\n",
                "0.0.0.0/0]\n => 0.0.0.0/0]\n    targetGroups:\n      web: { shared: true }\n"
            ),
            "binding 'public' of cluster 'blue' cannot change to target group 'web' under its name: give it another name in the file, such as 'public-next'"
        );

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public Task Six_target_groups_are_one_too_many_for_a_forward() =>
        RefusesAsync(
            new("many", "clusters:\n => clusters:\n" + string.Concat(Names("new").Select(Cluster)), $"{Forward("old")} => {Forward("new")}")
            {
                Before = ["- { cluster: blue } => " + Forward("old"), "clusters:\n => clusters:\n" + string.Concat(Names("old").Select(Cluster))],
            },
            "step 1, expand: loadBalancers.public.listeners.http.rules[0].forward.targetGroups must have 1 to 5*"
        );

    private static async Task RefusesAsync(Story story, string why)
    {
        var plan = await StoryTests.PlanAsync(story, []);

        plan.Holds.Should().BeFalse();
        plan.Obstacle.Should().Match(why);
        var lines = new List<string>();
        StepsText.Write(plan, lines.Add);
        lines.Should().Equal("There is no plan: the steps were rehearsed, and do not hold.", string.Empty, plan.Obstacle);
    }

    private static IEnumerable<string> Names(string prefix) => Enumerable.Range(1, 3).Select(number => $"{prefix}-{number}");

    private static string Forward(string prefix) => string.Join("\n                ", Names(prefix).Select(name => $"- {{ cluster: {name} }}"));

    private static string Cluster(string name) =>
        $$"""
              {{name}}:
                existing: true
                bindings:
                  - loadBalancer: public
                    service: { namespace: web, name: web, port: 80 }

            """;
}
