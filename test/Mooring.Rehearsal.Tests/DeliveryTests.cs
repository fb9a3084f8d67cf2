using System.Text.Json;
using FluentAssertions;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A cluster's controller and bindings are installed by Helm, and are Argo CD's from then on.</summary>
public sealed class DeliveryTests : SmallFleetSession
{
    private const string Enabled = "aws-lb-controller/enabled";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Only_the_label_of_its_secret_changes_when_its_releases_are_gone()
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
