using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Terraform itself reads the backend of a stack, without a bucket, an account or HCP Terraform.</summary>
public sealed class StateBackendTests : SmallFleetSession
{
    private const string S3 = "s3: { bucket: example-states, region: eu-central-1, keyPrefix: fleets/shop }";
    private const string Cloud = "cloud: { organization: example, project: fleets, hostname: terraform.example.com }";

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("local:")]
    [InlineData("s3: { bucket: example-states }")]
    [InlineData(S3)]
    [InlineData("cloud: { organization: example }")]
    [InlineData(Cloud)]
    public async Task It_is_accepted(string backend)
    {
        var validate = (await SynthesizeAsync(backend)).ValidateAsync;

        await validate.Should().NotThrowAsync();
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData(S3, "backend.s3.buket", "\"x\"", "No argument or block type is named \"buket\"")]
    [InlineData(S3, "backend.s3.key", "\"/absolute\"", "must not start")]
    [InlineData(S3, "backend.s3.use_lockfile", "\"perhaps\"", "a bool is required")]
    [InlineData(S3, "backend", "{ \"s4\": {} }", "Unsupported backend type")]
    [InlineData(Cloud, "cloud.organisation", "\"x\"", "No argument or block type is named \"organisation\"")]
    [InlineData(Cloud, "cloud.workspaces", "{}", "Invalid workspaces configuration")]
    [InlineData(Cloud, "cloud.workspaces.tags", "[\"a\"]", "Only one of workspace")]
    public async Task Invalid_terraform_is_rejected(string backend, string path, string planted, string reason)
    {
        var stack = await SynthesizeAsync(backend);
        await stack.PlantAsync($"terraform.{path}", planted);

        var validate = stack.ValidateAsync;

        (await validate.Should().ThrowAsync<TerraformException>()).Which.Message.ReplaceLineEndings(" ").Should().Contain(reason);
    }

    private async Task<RehearsedStack> SynthesizeAsync(string backend) =>
        (await Session.SynthesizeAsync(Fleet(("vpc:", $"backend:\n  {backend}\nvpc:")))).Named(LoadBalancer);
}
