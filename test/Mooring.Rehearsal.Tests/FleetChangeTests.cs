using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Terraform's plans of changes to the deployed sample fleet.</summary>
public sealed class FleetChangeTests(DeployedSample sample) : IClassFixture<DeployedSample>
{
    private const string PreventDestroy =
        "Resource aws_lb.LoadBalancer has lifecycle.prevent_destroy set, but the plan\ncalls for this resource to be destroyed.";
    private const string Yellow = """
          yellow:
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }

        """;

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Moving_traffic_changes_only_one_rule()
    {
        var plans = await sample.Session.PlanAsync(DeployedSample.With(("blue, weight: 90", "blue, weight: 50"), ("green, weight: 10", "green, weight: 50")));

        plans.Said().Should().Equal("load-balancer-public: Update aws_lb_listener_rule.Listener-https_Rule-shop_AB33044E");
        plans["load-balancer-public"].Changes.Single().ChangedAttributes.Should().Equal("action");
    }

    /// <summary>docs/move-traffic.md shows this output.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_docs_show_the_output_of_moving_traffic()
    {
        var fleet = DeployedSample.With(("blue, weight: 90", "blue, weight: 50"), ("green, weight: 10", "green, weight: 50"));
        var (said, deployed) = (new List<string>(), DeployedSample.With());
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        await FleetRehearsal.RunAsync(session, fleet, deployed, new TextReport(said.Add), _ => { });

        var shown = File.ReadAllText(Repository.PathOf("README.md")).Split("$ dotnet run -- rehearse ")[1].Split("```")[0].Trim().Split('\n')[1..];
        shown.Where(line => line != "…").Should().HaveCountGreaterThan(8).And.BeSubsetOf(said);
        said.Should().ContainInOrder(shown.Where(line => line != "…"));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Upgrading_the_controller_upgrades_its_release_in_place()
    {
        var plans = await sample.Session.PlanAsync(DeployedSample.With(("# The root cluster", "controller: { version: \"2.13\" }\n# The root cluster")));

        plans
            .Said()
            .Should()
            .Equal(
                "binding-blue: Update helm_release.Controller",
                "binding-blue: Update helm_release.Crds",
                "registration-green: Update kubernetes_secret.Registration"
            );
        plans["binding-blue"].Changes.First().ChangedAttributes.Should().Contain("version");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_new_cluster_changes_no_existing_stack()
    {
        var plans = await sample.Session.PlanAsync(
            DeployedSample.With(
                (
                    "              targetGroups: [{ cluster: green }]\n",
                    "              targetGroups: [{ cluster: green }]\n          - name: yellow\n            hosts: [yellow.shop.example.com]\n"
                        + "            forward:\n              targetGroups: [{ cluster: yellow }]\n"
                ),
                ("  # Argo CD does.\n", Yellow)
            ),
            [.. sample.Stacks.Select(stack => stack.Name), "cluster-yellow"]
        );

        plans.SelectMany(plan => plan.Value.Changes).Should().OnlyContain(change => change.Action == ChangeAction.Create);
        plans.Where(plan => !plan.Value.IsEmpty).Select(plan => plan.Key).Should().Equal("load-balancer-public", "cluster-yellow");
        plans["load-balancer-public"]
            .Said()
            .Should()
            .Equal("Create aws_lb_listener_rule.Listener-https_Rule-yellow_418740FE", "Create aws_lb_target_group.TargetGroup-yellow_public_84416E91");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_load_balancer_cannot_be_destroyed()
    {
        await sample.Session.SynthesizeAsync(DeployedSample.With());

        var destroy = () => sample.Stacks.Named("load-balancer-public").PlanDestroyAsync();

        (await destroy.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain(PreventDestroy);
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("name: shop\n", "name: store\n")]
    [InlineData("scheme: internet-facing", "scheme: internal")]
    public async Task A_load_balancer_cannot_be_renamed_or_replaced(string old, string @new)
    {
        var plan = () => sample.Session.PlanAsync(DeployedSample.With((old, @new)), "load-balancer-public");

        (await plan.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain(PreventDestroy);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_lookup_of_a_missing_object_names_it()
    {
        var plan = () => sample.Session.PlanAsync(DeployedSample.With(("  # Argo CD does.\n", Yellow)), "binding-yellow");

        (await plan.Should().ThrowAsync<TerraformException>())
            .Which.Message.Should()
            .Contain("reading EKS Cluster (yellow): couldn't find resource")
            .And.Contain("reading IAM Role (yellow-aws-lb-controller): couldn't find resource")
            .And.Contain("reading ELBv2 Target Groups: couldn't find resource: 'shop-yellow-70cd34f5'");
    }
}
