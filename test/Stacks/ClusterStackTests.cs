using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.Tests.Fleet;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Stacks;

public class ClusterStackTests
{
    [Fact]
    public void A_load_balancer_reaches_nodes_on_their_node_ports()
        => IngressOf(FleetFile.Parse(SmallFleet.Text)).Should().Equal((30000, 32767));

    [Fact]
    public void A_load_balancer_reaches_pods_on_the_port_they_listen_on()
        => IngressOf(SmallFleet.With("          port: 80", "          port: 80\n          targetPort: 8080\n        targetGroup: { targetType: ip }")).Should().Equal((8080, 8080));

    [Fact]
    public void A_cluster_without_bindings_has_no_role_for_a_controller()
    {
        var synthesized = Synthesize(FleetFile.Parse(SmallFleet.Text), "root");

        synthesized.Resources("aws_iam_role").Keys.Should().NotContain("ControllerRole");
        synthesized.Resources("aws_vpc_security_group_ingress_rule").Should().BeEmpty();
    }

    [Fact]
    public void A_cluster_of_karpenters_nodes_has_no_node_group_and_is_bound_all_the_same()
    {
        var synthesized = Synthesize(SmallFleet.With("    nodeGroups:\n      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n", ""), "blue");

        synthesized.Resources("aws_eks_node_group").Should().BeEmpty();
        synthesized.Resources("aws_iam_role").Keys.Should().Contain("ControllerRole");
        synthesized.Resources("aws_vpc_security_group_ingress_rule").Should().ContainSingle();
    }

    private static IEnumerable<(int From, int To)> IngressOf(FleetSpec fleet)
        => Synthesize(fleet, "blue").Resources("aws_vpc_security_group_ingress_rule").Values.Select(rule => (rule["from_port"]!.GetValue<int>(), rule["to_port"]!.GetValue<int>()));

    private static TerraformJson Synthesize(FleetSpec fleet, string cluster) => new(Testing.Synth(new ClusterStack(TestApp.Create(), fleet, cluster)));
}
