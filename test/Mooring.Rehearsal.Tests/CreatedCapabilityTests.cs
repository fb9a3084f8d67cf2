using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>The EKS Capability for Argo CD that Terraform creates with the root cluster.</summary>
public sealed class CreatedCapabilityTests
{
    private const string IdentityCenter = "identityCenter: { instance: arn:aws:sso:::instance/ssoins-1234567890abcdef }";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_first_apply_goes_through_and_the_second_plan_is_empty()
    {
        var fleet = With(IdentityCenter);
        await using var session = await RehearsalSession.StartAsync(fleet);

        await session.DeployAsync(fleet);

        AccessOf(session).Should().BeEquivalentTo("root: root-argocd-capability", "blue: root-argocd-capability");
        foreach (var stack in new[] { "cluster-root", "cluster-blue" })
        {
            (await session.PlanAsync(fleet, stack)).Said().Should().BeEmpty();
        }
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_capability_of_another_name_is_created_anew_with_its_access()
    {
        var fleet = With(IdentityCenter);
        var renamed = With($"name: gitops, {IdentityCenter}");
        await using var session = await RehearsalSession.StartAsync(fleet);
        await session.DeployAsync(fleet);

        var plan = await (await session.SynthesizeAsync(renamed)).Named("cluster-root").DeployAsync();

        plan.Said()
            .Should()
            .BeEquivalentTo(
                "DeleteBeforeCreate aws_eks_capability.ArgoCdCapability",
                "DeleteBeforeCreate aws_eks_access_policy_association.ArgoCdAccess_AccessPolicy_8EFC173B"
            );
        AccessOf(session).Should().Contain("root: root-argocd-capability");
        (await session.PlanAsync(renamed, "cluster-root")).Said().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Who_may_sign_in_changes_in_place()
    {
        var fleet = With(IdentityCenter);
        await using var session = await RehearsalSession.StartAsync(fleet);
        await session.DeployAsync(fleet);

        var next = With($"{IdentityCenter}, admins: {{ groups: [93d4a8b2-2022-70ab-9f3e-5c6d7e8f9a0b] }}");
        var plan = await (await session.SynthesizeAsync(next)).Named("cluster-root").DeployAsync();

        plan.Said().Should().Equal("Update aws_eks_capability.ArgoCdCapability");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Argo_cd_that_you_run_goes_to_eks_and_back()
    {
        var own = FleetFile.Parse(SmallFleet.Text);
        var fleet = With(IdentityCenter);
        await using var session = await RehearsalSession.StartAsync(fleet, own);

        await session.DeployAsync(own);
        await session.DeployAsync(fleet);
        AccessOf(session).Should().BeEquivalentTo("root: root-argocd-capability", "blue: root-argocd-capability");

        await session.DeployAsync(own);
        AccessOf(session).Should().BeEquivalentTo("blue: blue-argocd-access");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task It_goes_to_another_cluster_where_it_is_created_anew()
    {
        var fleet = With(IdentityCenter);
        var moved = FleetFile.ParseChange(TextWith(IdentityCenter).Replace("  cluster: root\n", "  cluster: blue\n", StringComparison.Ordinal), fleet);
        await using var session = await RehearsalSession.StartAsync(moved, fleet);

        await session.DeployAsync(fleet);
        await session.DeployAsync(moved);

        session.Account.Of("aws_eks_capability").Select(each => each.Value["cluster_name"].Text).Should().Equal("blue");
        AccessOf(session).Should().BeEquivalentTo("root: blue-argocd-capability", "blue: blue-argocd-capability");
    }

    private static FleetSpec With(string capability) => FleetFile.Parse(TextWith(capability));

    private static string TextWith(string capability) => SmallFleet.TextWith("argoCd:\n", $"argoCd:\n  capability: {{ {capability} }}\n");

    private static IEnumerable<string> AccessOf(RehearsalSession session) =>
        session
            .Account.Of("aws_eks_access_policy_association")
            .Select(access => $"{access.Value["cluster_name"].Text}: {access.Value["principal_arn"].Text?.Split('/')[^1]}");
}
