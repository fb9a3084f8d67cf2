using FluentAssertions;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

/// <summary>TargetGroupBindings for the controller of EKS Auto Mode.</summary>
public class AutoModeBindingTests : ConstructTest
{
    private static TargetGroupBinding Minimal =>
        new()
        {
            Name = "shop-blue",
            Namespace = "web",
            ServiceName = "web",
            ServicePort = new ServicePort(80),
            TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop-blue/0123456789abcdef",
            Controller = ControllerKind.AutoMode,
        };

    [Fact]
    public void The_release_has_the_chart_that_knows_them()
    {
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [Minimal] });

        VerifySnapshot("TargetGroupBindings/TargetGroupBindingRelease.AutoMode");
    }

    [Fact]
    public void Fails_when_their_definition_lacks_a_field()
    {
        (string Property, TargetGroupBinding Binding)[] bindings =
        [
            ("TargetGroupName", Minimal with { TargetGroupArn = null, TargetGroupName = "shop-blue" }),
            ("IpAddressType", Minimal with { IpAddressType = TargetGroupIpAddressType.Ipv6 }),
            ("VpcId", Minimal with { VpcId = "vpc-0a1b2c3d4e5f60718" }),
            ("IamRoleArnToAssume", Minimal with { TargetType = TargetType.Ip, IamRoleArnToAssume = "arn:aws:iam::111122223333:role/other" }),
            ("TargetGroupProtocol", Minimal with { TargetGroupProtocol = TargetGroupBindingProtocol.Tcp }),
            ("Networking", Minimal with { Networking = new() { Ingress = [new() { From = [new() { Cidr = "10.0.0.0/8" }] }] } }),
        ];
        foreach (var (property, binding) in bindings)
        {
            FaultOf(scope => _ = new TargetGroupBindingRelease(scope, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [binding] }))
                .Should()
                .StartWith($"'{property}' must be left out: TargetGroupBindings of EKS Auto Mode have no '");
        }
    }

    [Fact]
    public void No_version_of_the_other_controller_matters_to_them()
    {
        var define = () =>
            new TargetGroupBindingRelease(
                Stack,
                "Bindings",
                new TargetGroupBindingReleaseProps
                {
                    Bindings = [Minimal with { NodeSelector = NodeSelector.NotExcluded, MultiClusterTargetGroup = true }],
                    ControllerVersion = new ControllerVersion(2, 0, 0),
                }
            );

        define.Should().NotThrow();
    }

    /// <summary>A fleet without EKS Auto Mode keeps the chart that it has, and the two must not drift apart.</summary>
    [Fact]
    public void The_two_charts_differ_in_the_api_version_alone()
    {
        static string[] Lines(string chart) =>
            File.ReadAllLines(Repository.PathOf("src", "Mooring", "TargetGroupBindings", chart, "templates", "targetgroupbindings.yaml"));
        var (one, both) = (Lines("Chart"), Lines("AutoModeChart"));

        both.Except(one).Should().Equal("apiVersion: {{ .apiVersion | default \"elbv2.k8s.aws/v1beta1\" }}");
        one.Except(both).Should().Equal("apiVersion: elbv2.k8s.aws/v1beta1");
        both.Should().HaveSameCount(one);
    }
}
