using System.Text.Json;
using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A live cluster is handed over between Helm and Argo CD: its controller and its bindings stay in it.</summary>
public sealed class DeliveryTests : SmallFleetSession
{
    private const string Enabled = "aws-lb-controller/enabled";

    private static readonly (string, string) s_toArgoCd = ("delivery: helm", "delivery: argocd\n    handoverFrom: helm");

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Handed_over_to_argo_cd_the_releases_leave_the_state_and_stay_in_the_cluster()
    {
        await Session.DeployAsync(Fleet());
        var releases = Ids("helm_release");

        var plans = await DeployAllAsync(s_toArgoCd);

        plans
            .Said()
            .Should()
            .Equal(
                "binding-blue: Forget helm_release.Bindings",
                "binding-blue: Forget helm_release.Controller",
                "binding-blue: Forget helm_release.Crds",
                "binding-blue: Delete kubernetes_config_map_v1.DestroyGuard",
                "binding-blue: Delete terraform_data.BindingName-shop-blue-a9bf3334",
                "registration-blue: Update kubernetes_secret.Registration"
            );
        releases.Should().HaveCount(3);
        Ids("helm_release").Should().BeEquivalentTo(releases, "what was installed goes on registering targets");
        var secret = plans["registration-blue"].Changes.Single();
        (Label(secret.Before), Label(secret.After)).Should().Be(("false", "true"));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task When_the_handover_is_over_its_key_can_go()
    {
        await Session.DeployAsync(Fleet());
        await DeployAllAsync(s_toArgoCd);

        var plans = await Session.PlanAsync(Fleet(("delivery: helm", "delivery: argocd")));

        plans.Should().NotContainKey("binding-blue");
        plans.Should().OnlyContain(plan => plan.Value.IsEmpty);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Handed_over_to_helm_the_label_changes_before_the_releases_take_over()
    {
        await Session.DeployAsync(Fleet(("delivery: helm", "delivery: argocd")));

        var plans = await DeployAllAsync(("delivery: helm", "delivery: helm\n    handoverFrom: argocd"));

        plans
            .Said()
            .Should()
            .Equal(
                "registration-blue: Update kubernetes_secret.Registration",
                "binding-blue: Create helm_release.Bindings",
                "binding-blue: Create helm_release.Controller",
                "binding-blue: Create helm_release.Crds",
                "binding-blue: Create kubernetes_config_map_v1.DestroyGuard",
                "binding-blue: Create terraform_data.BindingName-shop-blue-a9bf3334"
            );
        plans["binding-blue"]
            .Changes.Where(change => change.Type == "helm_release")
            .Should()
            .OnlyContain(change => change.After.GetProperty("take_ownership").GetBoolean());
        // Without the key, the releases stay.
        (await Session.PlanAsync(Fleet(), "binding-blue"))
            .Values.Should()
            .OnlyContain(plan => plan.ToDestroy + plan.ToReplace + plan.ToCreate == 0);
    }

    private async Task<Dictionary<string, Plan>> DeployAllAsync((string, string) change)
    {
        var plans = new Dictionary<string, Plan>();
        foreach (var stack in await Session.SynthesizeAsync(Fleet(change)))
        {
            plans.Add(stack.Name, await stack.DeployAsync());
            (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
        }

        return plans;
    }

    private string[] Ids(string type) => [.. Session.Account.Of(type).Select(release => release.Id)];

    private static string? Label(JsonElement secret) => secret.GetProperty("metadata")[0].GetProperty("labels").GetProperty(Enabled).GetString();
}
