using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Real Terraform, 1.10 or later, with a cluster's token from an ephemeral resource. It keeps the token in no file.</summary>
public sealed class EphemeralTokenTests : IAsyncLifetime, IDisposable
{
    private const string TokenPrefix = "k8s-aws-v1.";

    private readonly TemporaryDirectory _directory = new();
    private readonly PretendedAccount _account = new("111122223333");
    private ProgramWithStandIns _terraform = null!;

    public async Task InitializeAsync()
    {
        new ExistingResources(_account, "eu-west-1").Add("aws_eks_cluster", KeyValuePair.Create("name", (Value)"blue"));
        _terraform = await ProgramWithStandIns.StartAsync(_account, _directory.Path);
    }

    public async Task DisposeAsync() => await _terraform.DisposeAsync();

    public void Dispose() => _directory.Dispose();

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_token_reaches_the_cluster_and_is_in_neither_the_state_nor_the_plan()
    {
        var (plan, state) = await ApplyAsync("ephemeral");

        plan.Should().Contain("kubernetes_config_map_v1").And.NotContain(TokenPrefix);
        state.Should().Contain("kubernetes_config_map_v1").And.NotContain(TokenPrefix);
        _account.Of("kubernetes_config_map_v1").Should().ContainSingle();
        Openings().Should().Be(2, "the plan and the apply each open it");

        (await RunAsync("plan", "-input=false", "-no-color", "-detailed-exitcode")).Should().Contain("No changes");
        Openings().Should().Be(3);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Destroying_opens_it_again()
    {
        await ApplyAsync("ephemeral");

        await RunAsync("destroy", "-input=false", "-no-color", "-auto-approve");

        _account.Of("kubernetes_config_map_v1").Should().BeEmpty();
        Openings().Should().BeGreaterThan(2);
    }

    /// <summary>This is what the ephemeral resource is for.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_token_of_a_data_source_is_in_both()
    {
        var (plan, state) = await ApplyAsync("data");

        plan.Should().Contain(TokenPrefix);
        state.Should().Contain(TokenPrefix);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_refused_opening_ends_the_plan()
    {
        _account.FailNext(call => call.Operation == Operation.Open, Failure.Refused);

        var apply = () => ApplyAsync("ephemeral");

        (await apply.Should().ThrowAsync<TerraformException>())
            .Which.Message.Should()
            .Contain("opening ephemeral.aws_eks_cluster_auth: AccessDenied")
            .And.StartWith("'terraform plan' failed:");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task An_attribute_of_the_provider_cannot_be_configured()
    {
        var apply = () => ApplyAsync("ephemeral", "token = \"mine\"");

        (await apply.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain("Value for unconfigurable attribute");
    }

    /// <summary>Applies a configuration that reads the token from a block, and returns the plan and the state as Terraform wrote them.</summary>
    private async Task<(string Plan, string State)> ApplyAsync(string block, string argument = "")
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "main.tf"), Configuration(block, argument));
        await RunAsync("init", "-input=false", "-no-color");
        await RunAsync("plan", "-input=false", "-no-color", "-out=tfplan");
        var plan = await RunAsync("show", "-json", "tfplan");
        await RunAsync("apply", "-input=false", "-no-color", "tfplan");
        return (plan, await File.ReadAllTextAsync(Path.Combine(_directory.Path, "terraform.tfstate")));
    }

    private Task<string> RunAsync(params string[] arguments) => _terraform.Program.RunAsync(_directory.Path, CancellationToken.None, arguments);

    private int Openings() => _account.Log.Calls.Count(call => call == new ProviderCall(Operation.Open, "aws_eks_cluster_auth", "blue"));

    private static string Configuration(string block, string argument) =>
        $$"""
            provider "aws" {
              region = "eu-west-1"
            }

            data "aws_eks_cluster" "blue" {
              name = "blue"
            }

            {{block}} "aws_eks_cluster_auth" "blue" {
              name = data.aws_eks_cluster.blue.name
              {{argument}}
            }

            provider "kubernetes" {
              host                   = data.aws_eks_cluster.blue.endpoint
              cluster_ca_certificate = base64decode(data.aws_eks_cluster.blue.certificate_authority[0].data)
              token                  = {{block}}.aws_eks_cluster_auth.blue.token
            }

            resource "kubernetes_config_map_v1" "reached" {
              metadata {
                name      = "reached"
                namespace = "default"
              }
            }
            """;
}
