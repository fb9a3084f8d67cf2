using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Mooring.Tests.LoadBalancing;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class TargetGroupBindingReleaseTests : ConstructTest
{
    private static TargetGroupBinding Binding => KnownBinding.Minimal;

    private static ControllerReleaseProps Controller =>
        new()
        {
            ClusterName = "blue",
            Region = "eu-west-1",
            VpcId = "vpc-0a1b2c3d4e5f60718",
            RoleArn = "arn:aws:iam::111122223333:role/blue-aws-lb-controller",
        };

    [Fact]
    public void A_release_needs_a_binding()
    {
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [Binding] });

        VerifySnapshot("TargetGroupBindings/TargetGroupBindingRelease.Minimal");
    }

    [Fact]
    public void It_is_installed_after_the_controller_and_removed_before_it()
    {
        var controller = new ControllerRelease(Stack, "Controller", Controller);
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [Binding], Controller = controller });

        Synthesize().Should().HaveResource("helm_release", "Bindings", """{ "depends_on": ["helm_release.Controller"] }""");
    }

    [Fact]
    public void A_failed_first_install_is_taken_up_by_the_next_apply()
    {
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [Binding] });

        Synthesize()
            .Should()
            .HaveResource(
                "helm_release",
                """{ "upgrade_install": true, "version": "1.2.0", "cleanup_on_fail": true, "max_history": 10, "atomic": null, "force_update": null }"""
            );
    }

    /// <summary>
    /// A TargetGroupBinding has a finalizer, which only a running controller removes. Terraform destroys in the reverse order of <c>depends_on</c>,
    /// and the provider waits for the deletion by default.
    /// </summary>
    [Fact]
    public void Terraform_waits_until_the_bindings_are_deleted()
    {
        var controller = new ControllerRelease(Stack, "Controller", Controller);
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [Binding], Controller = controller });

        foreach (var (_, release) in Synthesize().Resources("helm_release"))
        {
            release.AsObject().Select(argument => argument.Key).Should().NotContain("wait");
        }
    }

    [Fact]
    public void Every_node_is_a_target_unless_its_label_excludes_it_or_it_is_a_hybrid_node()
    {
        Values(Binding)
            .Should()
            .Contain(
                "'nodeSelector' = {'matchExpressions' = [{'key' = 'exclude-from-lb-targetgroups', 'operator' = 'DoesNotExist'}, "
                    + "{'key' = 'eks.amazonaws.com/compute-type', 'operator' = 'NotIn', 'values' = ['hybrid']}]}"
            );
    }

    [Fact]
    public void Pods_are_targets_on_every_node()
    {
        Values(Binding with { TargetType = TargetType.Ip }).Should().Contain("'targetType' = 'ip'").And.NotContain("nodeSelector");
    }

    [Fact]
    public void The_port_of_a_service_is_a_number_or_a_name()
    {
        Values(Binding).Should().Contain("'port' = 80}");
        Values(Binding with { ServicePort = "https" }).Should().Contain("'port' = 'https'}");
    }

    [Fact]
    public void A_target_group_may_be_named() =>
        Values(Binding with { TargetGroupArn = null, TargetGroupName = "blue" })
            .Should()
            .Contain("'targetGroupName' = 'blue'")
            .And.NotContain("targetGroupARN");

    [Fact]
    public void Nodes_may_be_chosen_by_their_labels() =>
        Values(KnownBinding.FullOfNodes)
            .Should()
            .Contain(
                "'nodeSelector' = {'matchLabels' = {'pool' = 'shop'}, "
                    + "'matchExpressions' = [{'key' = 'example.com/zone', 'operator' = 'In', 'values' = ['a', 'b']}]}"
            );

    [Fact]
    public void All_nodes_may_be_targets() => Values(Binding with { NodeSelector = NodeSelector.All }).Should().NotContain("nodeSelector");

    [Fact]
    public void A_target_group_can_be_ipv6_in_another_vpc_and_shared() =>
        Values(KnownBinding.FullOfNodes)
            .Should()
            .Contain("'ipAddressType' = 'ipv6', 'vpcID' = 'vpc-0a1b2c3d4e5f60718', 'multiClusterTargetGroup' = true, 'targetGroupProtocol' = 'TCP_UDP'");

    [Fact]
    public void A_target_group_may_be_in_another_account() =>
        Values(KnownBinding.FullOfPods)
            .Should()
            .Contain("'iamRoleArnToAssume' = 'arn:aws:iam::444455556666:role/network/targets', 'assumeRoleExternalId' = 'blue-1'");

    [Fact]
    public void The_controller_may_open_the_ports_of_nodes() =>
        Values(KnownBinding.FullOfNodes)
            .Should()
            .Contain(
                "'networking' = {'ingress' = [{'from' = [{'ipBlock' = {'cidr' = '10.0.0.0/8'}}, {'securityGroup' = {'groupID' = 'sg-0a1b2c3d4e5f60718'}}], "
                    + "'ports' = [{'protocol' = 'TCP', 'port' = 30080}, {'protocol' = 'UDP'}]}]}"
            );

    [Fact]
    public void The_controller_may_open_the_ports_of_pods_by_their_names_or_all_of_them() =>
        Values(KnownBinding.FullOfPods).Should().Contain("'ports' = [{'port' = 'web'}]").And.Contain("'ports' = [{'protocol' = 'TCP'}]");

    [Fact]
    public void Fails_when_there_is_no_binding()
    {
        var define = () => new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [] });

        define.Should().Throw<ConstructException>().WithMessage("stack/Bindings: 'Bindings' must have at least 1 entry, got 0");
    }

    [Fact]
    public void Fails_when_kubernetes_would_refuse_the_name()
    {
        var define = () => Values(Binding with { Name = "Shop" });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Bindings: 'Name' must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got 'Shop'");
    }

    [Fact]
    public void Fails_when_the_port_is_not_valid()
    {
        var define = () => Values(Binding with { ServicePort = 65536 });

        define.Should().Throw<ConstructException>().WithMessage("stack/Bindings: 'ServicePort' must be between 1 and 65535, got 65536");
    }

    [Fact]
    public void Fails_when_the_controllers_chart_is_too_old_for_a_field()
    {
        var controller = new ControllerRelease(Stack, "Controller", Controller with { ChartVersion = "1.8.1" });

        var define = () =>
            new TargetGroupBindingRelease(
                Stack,
                "Bindings",
                new TargetGroupBindingReleaseProps { Bindings = [Binding with { MultiClusterTargetGroup = true }], Controller = controller }
            );

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Bindings: 'MultiClusterTargetGroup' needs controller 2.10.0 or later, got 2.8.1 (chart 1.8.1)");
    }

    [Fact]
    public void Fails_when_a_controller_that_is_installed_otherwise_is_too_old_for_a_field()
    {
        var define = () =>
            new TargetGroupBindingRelease(
                Stack,
                "Bindings",
                new TargetGroupBindingReleaseProps
                {
                    Bindings = [Binding with { TargetGroupProtocol = TargetGroupBindingProtocol.Http }],
                    ControllerVersion = new ControllerVersion(2, 13, 4),
                }
            );

        define.Should().Throw<ConstructException>().WithMessage("stack/Bindings: 'TargetGroupProtocol' needs controller 2.14.0 or later, got 2.13.4");
    }

    [Fact]
    public void Fails_when_the_controllers_webhook_would_refuse_it()
    {
        var define = () => Values(KnownBinding.OfPods with { NodeSelector = NodeSelector.NotExcluded });

        define.Should().Throw<ConstructException>().WithMessage("stack/Bindings: 'NodeSelector' must be left out with target type ip");
    }

    [Fact]
    public void Fails_when_two_bindings_would_evict_each_others_targets()
    {
        var define = () =>
            new TargetGroupBindingRelease(
                Stack,
                "Bindings",
                new TargetGroupBindingReleaseProps { Bindings = [Binding with { MultiClusterTargetGroup = true }, Binding with { Name = "other" }] }
            );

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Bindings: 'Bindings[1].MultiClusterTargetGroup' must be true when two bindings have the target group "
                    + $"'{KnownTargetGroup.Blue.TargetGroupArn}'"
            );
    }

    /// <summary>The values of a release with one binding, in single quotes for the sake of the tests above.</summary>
    private static string Values(TargetGroupBinding binding)
    {
        var stack = new TerraformStack(TestApp.Create(), "stack");
        _ = new TargetGroupBindingRelease(stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [binding] });
        return TerraformJson.Of(stack).Resource("helm_release")["values"]![0]!.GetValue<string>().Replace('"', '\'');
    }
}
