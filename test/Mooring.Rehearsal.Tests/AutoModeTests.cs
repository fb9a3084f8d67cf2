using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A cluster gets EKS Auto Mode, has its targets registered by it, and loses it again.</summary>
public sealed class AutoModeTests : SmallFleetSession
{
    private const string Cluster = "aws_eks_cluster";
    private const string Helm = "    delivery: helm\n";
    private const string On = "    autoMode: {}\n";
    private const string Off = "    autoMode: { enabled: false }\n";
    private const string Its = "    controller: { kind: auto-mode }\n";
    private const string Nodes = "    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Its_controller_registers_the_targets_of_a_new_cluster()
    {
        var fleet = Fleet((Helm, $"{On}{Its}{Helm}"), (Nodes, string.Empty));

        await Session.DeployAsync(fleet);

        BoundTargets.Require(Session.Account, fleet);
        Session.Account.Targets().Select(target => target.Cluster).Distinct().Should().Equal("blue");
        Session.Account.Of("aws_iam_role").Select(role => role.Value["name"].Text).Should().NotContain("blue-aws-lb-controller");
        Session.Account.Of("helm_release").Select(release => release.Value["name"].Text).Should().Equal("targetgroupbindings");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_living_cluster_gets_it_and_loses_it_in_place()
    {
        var living = new LivingFleet(Session);
        await living.ChangeAsync(Fleet());
        var endpoint = Blue()["endpoint"].Text;

        await living.ChangeAsync(Fleet((Helm, $"{On}{Helm}")));
        (IsOn(), Blue()["endpoint"].Text).Should().Be((true, endpoint));

        await living.ChangeAsync(Fleet((Helm, $"    autoMode: {{ nodePools: [] }}\n{Helm}")));
        (IsOn(), Blue()["endpoint"].Text).Should().Be((true, endpoint));

        await living.ChangeAsync(Fleet((Helm, $"{Off}{Helm}")));
        (IsOn(), Blue()["endpoint"].Text).Should().Be((false, endpoint));
        await living.EndAsync();
    }

    /// <summary>It was created without Kubernetes' own add-ons, for which Terraform would replace it.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_that_was_created_with_it_loses_it_and_gets_it_back_in_place()
    {
        var living = new LivingFleet(Session);
        await living.ChangeAsync(Fleet((Helm, $"{On}{Helm}")));
        var endpoint = Blue()["endpoint"].Text;

        await living.ChangeAsync(Fleet((Helm, $"{Off}{Helm}")));
        await living.ChangeAsync(Fleet((Helm, $"{On}{Helm}")));

        (IsOn(), Blue()["endpoint"].Text).Should().Be((true, endpoint));
        await living.EndAsync();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_the_key_terraform_would_replace_it_which_the_check_of_a_change_prevents()
    {
        await Session.DeployAsync(Fleet((Helm, $"{Off}{On[..0]}{Helm}")));
        await Session.DeployAsync(Fleet((Helm, $"{On}{Helm}")), "cluster-blue");
        var created = Fleet(
            (Helm, $"{On}{Helm}"),
            ("  root:", "  other:\n    autoMode: {}\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n  root:")
        );
        await Session.DeployAsync(created, "cluster-other");

        var without = Fleet(("  root:", "  other:\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n  root:"));

        (await Session.PlanAsync(without, "cluster-other")).Said().Should().Contain(change => change.Contains(Cluster, StringComparison.Ordinal));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Its_controller_registers_the_targets_of_a_cluster_that_was_there()
    {
        var fleet = Fleet((Helm, $"    existing: true\n{Its}{Helm}"), (Nodes, string.Empty));

        await Session.DeployAsync(fleet);

        BoundTargets.Require(Session.Account, fleet);
        Session.Account.Targets().Select(target => target.Cluster).Distinct().Should().Equal("blue");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_that_was_there_without_it_is_refused_with_a_sentence()
    {
        var fleet = Fleet((Helm, $"    existing: true\n{Its}{Helm}"), (Nodes, string.Empty));
        await Session.DeployAsync(fleet, "cluster-root", LoadBalancer);
        await Session.SynthesizeAsync(fleet);
        var cluster = Session.Account.Of(Cluster).Single(each => each.Value["name"] == "blue");
        Session.Account.Put(cluster with { Value = cluster.Value.With([new("compute_config", Value.List())]) });

        var plan = () => Session.PlanAsync(fleet, "cluster-blue");

        (await plan.Should().ThrowAsync<Terraform.TerraformException>()).WithMessage("*Cluster blue has no EKS Auto Mode*");
    }

    /// <summary>The way from one controller to the other: traffic away, bindings out, then the kind.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_controller_of_a_living_cluster_changes_while_it_has_no_bindings()
    {
        var living = new LivingFleet(Session);
        await living.ChangeAsync(Fleet((Helm, $"{On}{Helm}")));

        await living.ChangeAsync(Unbound(Fleet((Helm, $"{On}{Helm}"), (ForwardToBlue, ForwardToBlue))));
        Session.Account.Bindings().Should().BeEmpty();
        await living.ChangeAsync(Fleet((Helm, $"{On}{Its}{Helm}")));

        Session.Account.Targets().Select(target => target.Cluster).Distinct().Should().Equal("blue");
        await living.EndAsync();
    }

    /// <summary>containers-roadmap#2508: a cluster with EKS Auto Mode, bound by its own controller.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task What_somebody_asked_aws_for_is_deployed_and_has_targets()
    {
        var fleet = FleetFile.Parse(
            """
            name: shop
            environment: production
            region: eu-west-1
            account: "111122223333"
            vpc: vpc-0a1b2c3d4e5f60718
            loadBalancers:
              public:
                scheme: internet-facing
                subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
                ingressCidrs: [0.0.0.0/0]
                listeners:
                  http:
                    port: 80
                    protocol: HTTP
                    defaultAction: { forward: { targetGroups: [{ cluster: blue }] } }
            clusters:
              blue:
                version: "1.33"
                subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
                autoMode: { nodePools: [general-purpose] }
                controller: { kind: auto-mode }
                bindings:
                  - loadBalancer: public
                    service: { namespace: web, name: web, port: 80 }
            """
        );

        await Session.DeployAsync(fleet);

        BoundTargets.Require(Session.Account, fleet);
        Session.Account.Targets().Should().HaveCount(2);
    }

    private static FleetSpec Unbound(FleetSpec fleet) =>
        fleet with
        {
            Clusters = fleet.Clusters.ToDictionary(each => each.Key, each => each.Value with { Bindings = [] }),
            LoadBalancers = fleet.LoadBalancers.ToDictionary(
                each => each.Key,
                each =>
                    each.Value with
                    {
                        Listeners = each.Value.Listeners.ToDictionary(
                            listener => listener.Key,
                            listener => listener.Value with { DefaultAction = new ActionSpec { FixedResponse = new FixedResponseSpec { StatusCode = 503 } } }
                        ),
                    }
            ),
        };

    private ObjectValue Blue() => Session.Account.Of(Cluster).Single(cluster => cluster.Value["name"] == "blue").Value;

    private bool IsOn() => Blue().At("compute_config", "enabled") == true;
}
