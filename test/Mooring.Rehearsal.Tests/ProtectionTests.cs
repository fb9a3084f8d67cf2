using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A pet is destroyed only after its protection was effective.</summary>
public sealed class ProtectionTests : SmallFleetSession
{
    private const string Place = "    ingressCidrs:";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_prevent_destroy_the_protection_of_aws_is_tested()
    {
        var stacks = await Session.DeployAsync(Fleet((Place, $"    preventDestroy: false\n{Place}")), LoadBalancer);

        var destruction = await FleetRehearsal.DestroyAsync(stacks.Named(LoadBalancer));

        destruction.WasRefused.Should().BeTrue();
        Session.Account.Log.Calls.Count(call => call is { Operation: Operation.Delete, Type: "aws_lb" }).Should().Be(2, "the first is refused");
        Session.Account.Objects.Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Prevent_destroy_without_effect_is_a_failure()
    {
        var destroy = await DeployAsync("", "\"lifecycle\": { \"prevent_destroy\": false }");

        (await destroy.Should().ThrowAsync<TerraformException>())
            .Which.Message.Should()
            .Be("destroying aws_lb.LoadBalancer must be refused because of its prevent_destroy, and is not");
        Session.Account.Of("aws_lb").Should().ContainSingle("what should have been refused is not done");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Deletion_protection_without_effect_is_a_failure()
    {
        var destroy = await DeployAsync("    preventDestroy: false\n", "\"enable_deletion_protection\": false");

        (await destroy.Should().ThrowAsync<TerraformException>())
            .Which.Message.Should()
            .Be("destroying aws_lb.LoadBalancer must be refused because of its deletion protection, and is not");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_refusal_without_protection_is_a_failure()
    {
        var destroy = await DeployAsync("    preventDestroy: false\n    deletionProtection: false\n", "\"lifecycle\": { \"prevent_destroy\": true }");

        (await destroy.Should().ThrowAsync<TerraformException>())
            .Which.Message.Should()
            .Be("destroying must be refused only where something is protected, and nothing is");
    }

    /// <summary>Applies the load balancer with attributes that differ from its stack.</summary>
    /// <returns>Destroys it.</returns>
    private async Task<Func<Task>> DeployAsync(string settings, string overridden)
    {
        var stack = (await Session.SynthesizeAsync(Fleet((Place, settings + Place)))).Named(LoadBalancer);
        await File.WriteAllTextAsync(
            Path.Combine(stack.Directory, "planted_override.tf.json"),
            $$"""{ "resource": { "aws_lb": { "LoadBalancer": { {{overridden}} } } } }"""
        );
        await stack.DeployAsync();
        return () => FleetRehearsal.DestroyAsync(stack);
    }
}
