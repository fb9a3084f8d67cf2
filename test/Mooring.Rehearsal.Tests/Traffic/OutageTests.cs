using FluentAssertions;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Traffic;

/// <summary>Changes that Terraform, AWS and the controllers accept, and that take answers away from clients meanwhile; and the same in safe steps.</summary>
public class OutageTests
{
    private const string Shop = "shop-public:80 shop.example.com/";

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("green 70", "binding-green, destroying: delete helm_release")]
    // Terraform destroys the nodes, and the rules that let the load balancer in, at the same time.
    [InlineData("green 70 argocd", "cluster-green, destroying: delete aws_")]
    public async Task A_cluster_is_removed_while_it_has_seventy_percent_of_the_traffic(string green, string from)
    {
        var (traffic, lines) = await TwoClusters.ChangeAsync(TwoClusters.Fleet("blue 30", green), TwoClusters.Fleet("blue 30"));

        var finding = traffic.Findings.Should().ContainSingle().Which;
        finding.Requests.Should().Equal(Shop);
        finding.Share.Should().Be(0.7);
        finding.From.Should().StartWith(from);
        finding.Until.Should().Be("load-balancer-public: update aws_lb_listener_rule");
        finding.Why.Should().Match("target group shop-green-* has weight 70 of 100 and *targets*");
        finding.Advice.Should().Contain("give it weight 0 first");
        lines.Should().Contain("  70 % of requests fail").And.Contain($"    {Shop}");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_rule_sends_traffic_to_a_cluster_in_which_nothing_is_registered_yet()
    {
        var (traffic, _) = await TwoClusters.ChangeAsync(TwoClusters.Fleet("blue 1"), TwoClusters.Fleet("blue 50", "green 50"));

        var finding = traffic.Findings.Should().ContainSingle().Which;
        finding.Share.Should().Be(0.5);
        finding.From.Should().Be("load-balancer-public: update aws_lb_listener_rule");
        finding.Until.Should().StartWith("binding-green: create helm_release");
        finding.Why.Should().EndWith("has weight 50 of 100 and no targets yet");
        finding.Advice.Should().StartWith("give it weight 0 at first");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_that_goes_to_argo_cd_without_a_handover_loses_its_targets_at_full_weight()
    {
        var (traffic, _) = await TwoClusters.ChangeAsync(TwoClusters.Fleet("blue 1"), TwoClusters.Fleet("blue 1 argocd"));

        traffic.Findings.Should().Contain(finding => finding.Share == 1 && finding.From.StartsWith("binding-blue, destroying: delete helm_release"));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_load_balancer_gets_a_security_group_that_the_nodes_do_not_let_in_yet()
    {
        var (traffic, _) = await TwoClusters.ChangeAsync(
            TwoClusters.FleetBehind("sg-0a1b2c3d4e5f60718", "blue 1"),
            TwoClusters.FleetBehind("sg-0a1b2c3d4e5f60719", "blue 1")
        );

        var finding = traffic.Findings.Should().ContainSingle().Which;
        finding.From.Should().Be("load-balancer-public: update aws_lb shop-public");
        finding.Until.Should().StartWith("cluster-blue: create aws_vpc_security_group_ingress_rule");
        finding.Why.Should().EndWith("targets that security groups do not let the load balancer reach");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_handover_to_argo_cd_loses_nothing()
    {
        var (traffic, _) = await TwoClusters.ChangeAsync(TwoClusters.Fleet("blue 1"), TwoClusters.Fleet("blue 1 argocd<helm"));

        traffic.Findings.Should().BeEmpty();
        traffic.NotYetServed.Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_new_cluster_gets_its_targets_before_its_weight()
    {
        string[][] steps =
        [
            ["blue 1"],
            ["blue 1", "green 0"],
            ["blue 50", "green 50"],
            ["blue 0", "green 100"],
            ["green 1"],
        ];

        foreach (var (before, after) in steps.Zip(steps.Skip(1)))
        {
            var (traffic, _) = await TwoClusters.ChangeAsync(TwoClusters.Fleet(before), TwoClusters.Fleet(after));
            traffic.Findings.Should().BeEmpty(string.Join(", ", after));
            traffic.NotYetServed.Should().BeEmpty(string.Join(", ", after));
        }
    }
}
