using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;
using Mooring.Tests.LoadBalancing;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class TargetGroupBindingReleaseTests : ConstructTest
{
    private static TargetGroupBinding Binding => new()
    {
        Name = "shop-blue",
        Namespace = "ingress-nginx",
        ServiceName = "ingress-nginx-controller",
        ServicePort = 80,
        TargetGroupArn = KnownTargetGroup.Blue.TargetGroupArn,
    };

    [Fact]
    public void A_release_needs_a_binding()
    {
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [Binding] });

        VerifySnapshot("TargetGroupBindings/TargetGroupBindingRelease.Minimal");
    }

    [Fact]
    public void It_comes_after_the_controller_and_goes_before_it()
    {
        var controller = new ControllerRelease(Stack, "Controller", new ControllerReleaseProps
        {
            ClusterName = "blue",
            Region = "eu-west-1",
            VpcId = "vpc-0a1b2c3d4e5f60718",
            RoleArn = "arn:aws:iam::111122223333:role/blue-aws-lb-controller",
        });
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [Binding], Controller = controller });

        Synthesize().Resource("helm_release", "Bindings")["depends_on"]!.ToJsonString().Should().Be("""["helm_release.Controller"]""");
    }

    [Fact]
    public void Every_node_is_a_target_unless_its_label_keeps_it_out()
    {
        Values(Binding).Should().Contain("'nodeSelector' = {'matchExpressions' = [{'key' = 'exclude-from-lb-targetgroups', 'operator' = 'DoesNotExist'}]}");
    }

    [Fact]
    public void Pods_are_targets_on_whatever_node_they_are()
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
    public void Fails_when_there_is_no_binding()
    {
        var define = () => new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [] });

        define.Should().Throw<ArgumentException>().WithMessage("'Bindings' must have at least 1 entry, got 0");
    }

    [Fact]
    public void Fails_when_kubernetes_would_refuse_the_name()
    {
        var define = () => Values(Binding with { Name = "Shop" });

        define.Should().Throw<ArgumentException>().WithMessage("'Name' must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got 'Shop'");
    }

    [Fact]
    public void Fails_when_the_port_is_none()
    {
        var define = () => Values(Binding with { ServicePort = 65536 });

        define.Should().Throw<ArgumentException>().WithMessage("'ServicePort' must be between 1 and 65535, got 65536");
    }

    /// <summary>The values of a release with one binding, in single quotes for the sake of the tests above.</summary>
    private static string Values(TargetGroupBinding binding)
    {
        var stack = new TerraformStack(TestApp.Create(), "stack");
        _ = new TargetGroupBindingRelease(stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [binding] });
        return new TerraformJson(Testing.Synth(stack)).Resource("helm_release")["values"]![0]!.GetValue<string>().Replace('"', '\'');
    }
}
