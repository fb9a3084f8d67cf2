using FluentAssertions;
using Mooring.TargetGroupBindings;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class ControllerLimitsTests
{
    [Theory]
    [InlineData("1.4.4")]
    [InlineData("3.5.0")]
    [InlineData("3.6.0-rc.1")]
    [InlineData("${var.chart}")]
    public void A_chart_has_one_version(string version) => ControllerLimits.ChartVersion(version).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("v3.5.0")]
    [InlineData("3.5")]
    [InlineData("^3.5.0")]
    [InlineData("3.x.x")]
    [InlineData("03.5.0")]
    public void A_range_is_not_a_chart_version(string version) =>
        ControllerLimits.ChartVersion(version).Should().Be($"must be one version of the chart such as '3.5.0', got '{version}'");

    [Fact]
    public void A_controller_is_chosen_among_those_of_checked_charts()
    {
        ControllerLimits.ControllerVersion("2.13").Should().BeNull();
        ControllerLimits.ControllerVersion("2.13.4").Should().BeNull();
        ControllerLimits.ControllerVersion("2.13.9").Should().Be("must be a controller that a checked chart ships, such as '2.13' or '2.13.4', got '2.13.9'");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("public.ecr.aws/eks/aws-load-balancer-controller")]
    [InlineData("918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn/amazon/aws-load-balancer-controller")]
    [InlineData("registry.example.com:5000/mirror/aws_lb.controller")]
    [InlineData("${var.registry}/amazon/aws-load-balancer-controller")]
    public void An_image_repository_is_a_host_and_a_path(string? repository) => ControllerLimits.ImageRepository(repository).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("aws-load-balancer-controller")]
    [InlineData("public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0")]
    [InlineData("https://public.ecr.aws/eks/aws-load-balancer-controller")]
    public void A_tag_is_the_charts(string repository) =>
        ControllerLimits.ImageRepository(repository).Should().Be($"must be an image repository without a tag, got '{repository}'");

    [Fact]
    public void There_is_a_replica()
    {
        ControllerLimits.ReplicaCount(1).Should().BeNull();
        ControllerLimits.ReplicaCount(0).Should().Be("must be at least 1, got 0");
    }
}
