using FluentAssertions;
using Mooring.StandIns.Controller;
using Xunit;
using static Mooring.StandIns.Tests.Controller.PretendedCluster;

namespace Mooring.StandIns.Tests.Controller;

/// <summary>The controller registers the targets of a bound Service, and takes them away again.</summary>
public sealed class RegistrationTests : ControllerTest
{
    [Fact]
    public void The_nodes_of_a_cluster_are_registered_while_its_binding_is_there()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));

        var targets = Aws.Account.TargetsOf(Group["arn"].Text!);
        targets.Should().HaveCount(2).And.OnlyContain(target => target.Cluster == "blue" && target.Port >= 30000 && target.Port <= 32767);
        targets.Select(target => target.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.StartsWith("i-0"));

        Blue.Destroy(BindingsRelease);
        ClustersIn(Group).Should().BeEmpty();
        Aws.Account.Bindings().Should().BeEmpty();
    }

    [Fact]
    public void The_pods_of_a_service_are_registered_by_their_addresses()
    {
        var group = CreateGroup("pods", "ip");
        Blue.Install();

        Blue.Bind(Binding(group, type: "ip"));

        Aws.Account.TargetsOf(group["arn"].Text!).Should().HaveCount(2).And.OnlyContain(target => target.Id.StartsWith("10.") && target.Port == 80);
    }

    [Fact]
    public void A_binding_that_the_release_no_longer_has_loses_its_targets()
    {
        var other = Aws.CreateTargetGroup("other");
        Blue.Install();
        Blue.Bind(Binding(Group), Binding(other, name: "other"));

        Blue.Bind(Binding(other, name: "other"));

        ClustersIn(Group).Should().BeEmpty();
        ClustersIn(other).Should().Equal("blue");
    }

    [Theory]
    [InlineData("web/shop", "backend not found: services \"shop\" not found")]
    [InlineData("web/shop:80", "backend not found: unable to find port 80 on service web/shop")]
    public void A_missing_service_or_port_takes_all_targets_away(string missing, string message)
    {
        Blue.Install();
        Blue.Bind(Binding(Group));

        Aws.Account.MissingServices.Add(missing);

        ClustersIn(Group).Should().BeEmpty();
        Blue.LastEvent.Should().Match<Clusters.BindingEvent>(last => last.Reason == "BackendNotFound" && last.Message == message);

        Aws.Account.MissingServices.Clear();
        ClustersIn(Group).Should().Equal("blue");
    }

    [Fact]
    public void A_service_without_node_ports_keeps_its_old_targets_and_gets_no_new_ones()
    {
        var other = Aws.CreateTargetGroup("other");
        Blue.Install();
        Blue.Bind(Binding(Group));
        Aws.Account.ClusterIpServices.Add("web/shop");

        Blue.Bind(Binding(Group), Binding(other, name: "other"));

        ClustersIn(Group).Should().Equal("blue");
        ClustersIn(other).Should().BeEmpty();
        Blue.LastEvent.Message.Should().Be("Failed reconcile due to service type must be either 'NodePort' or 'LoadBalancer': web/shop");
    }

    [Theory]
    [InlineData("ip", "instance", "ValidationError: The IP address 'i-0")]
    [InlineData("instance", "ip", "ValidationError: Instance ID '10.")]
    public void The_target_type_of_the_group_is_checked_only_when_targets_are_registered(string ofGroup, string ofBinding, string error)
    {
        var group = CreateGroup("other", ofGroup);
        Blue.Install();

        Blue.Bind(Binding(group, type: ofBinding));

        ClustersIn(group).Should().BeEmpty();
        Problem.Should().Contain(error);
    }

    [Fact]
    public void A_target_group_that_is_created_again_under_its_name_is_lost_to_the_binding()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));
        Aws.Remote.Delete("aws_lb_target_group", Group);

        var again = Aws.CreateTargetGroup("shop");

        ClustersIn(again).Should().BeEmpty();
        Aws.Account.TargetsOf(Group["arn"].Text!).Should().BeEmpty();
        Problem.Should().Be($"target group {Group["arn"].Text} does not exist any more");
        Refused(() => Blue.Bind(Binding(again))).Should().EndWith("may not change these immutable fields: spec.targetGroupARN");
        Blue.Destroy(BindingsRelease);
    }

    [Fact]
    public void A_name_is_resolved_once()
    {
        Blue.Install();
        Blue.Bind("- { namespace: web, name: shop, targetType: instance, targetGroupName: shop, serviceRef: { name: shop, port: 80 } }");
        ClustersIn(Group).Should().Equal("blue");
        Aws.Remote.Delete("aws_lb_target_group", Group);

        var again = Aws.CreateTargetGroup("shop");

        ClustersIn(again).Should().BeEmpty();
    }

    [Fact]
    public void Two_clusters_of_one_group_evict_each_others_targets()
    {
        var green = new PretendedCluster(Aws, "green");
        Blue.Install();
        green.Install();

        Blue.Bind(Binding(Group));
        green.Bind(Binding(Group));

        ClustersIn(Group).Should().Equal("green");
        Problem.Should().Be("another binding deregistered them", "its controller does not notice");
    }

    [Fact]
    public void Two_clusters_share_a_group_when_both_say_so()
    {
        const string shared = "multiClusterTargetGroup: true";
        var green = new PretendedCluster(Aws, "green");
        Blue.Install();
        green.Install();

        Blue.Bind(Binding(Group, shared));
        green.Bind(Binding(Group, shared));
        ClustersIn(Group).Should().Equal("blue", "green");

        Blue.Destroy(BindingsRelease);
        ClustersIn(Group).Should().Equal("green");
    }

    [Fact]
    public void Two_accounts_with_one_history_have_the_same_targets()
    {
        var other = new PretendedAws();
        var (blue, group) = (new PretendedCluster(other), other.CreateTargetGroup("shop"));
        foreach (var (cluster, bound) in new[] { (Blue, Group), (blue, group) })
        {
            cluster.Install();
            cluster.Bind(Binding(bound));
        }

        other.Account.TargetsOf(group["arn"].Text!).Should().Equal(Aws.Account.TargetsOf(Group["arn"].Text!));
    }
}
