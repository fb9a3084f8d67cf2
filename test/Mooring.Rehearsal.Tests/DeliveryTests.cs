using System.Text.Json;
using FluentAssertions;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A cluster's controller and bindings move from Helm delivery to Argo CD.</summary>
public sealed class DeliveryTests : SmallFleetSession
{
    private const string Enabled = "aws-lb-controller/enabled";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task When_helm_releases_are_removed_only_the_label_of_the_secret_changes()
    {
        var before = await Session.DeployAsync(Fleet());
        await before.Named("binding-blue").DestroyAsync();

        var plans = await Session.PlanAsync(Fleet(("delivery: helm", "delivery: argocd")));

        plans.Should().NotContainKey("binding-blue");
        plans.Said().Should().Equal("registration-blue: Update kubernetes_secret.Registration");
        var secret = plans["registration-blue"].Changes.Single();
        secret.ChangedAttributes.Should().Equal("metadata");
        (Label(secret.Before), Label(secret.After)).Should().Be(("false", "true"));
    }

    private static string? Label(JsonElement secret) => secret.GetProperty("metadata")[0].GetProperty("labels").GetProperty(Enabled).GetString();
}
