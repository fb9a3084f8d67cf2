using FluentAssertions;
using Mooring.TargetGroupBindings;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class ControllerReleaseTests : ConstructTest
{
    private static ControllerReleaseProps Minimal => new()
    {
        ClusterName = "blue",
        Region = "eu-west-1",
        VpcId = "vpc-0a1b2c3d4e5f60718",
        RoleArn = "arn:aws:iam::111122223333:role/blue-aws-lb-controller",
    };

    [Fact]
    public void The_controller_serves_target_group_bindings_and_nothing_else()
    {
        _ = new ControllerRelease(Stack, "Controller", Minimal);

        VerifySnapshot("TargetGroupBindings/ControllerRelease.Minimal");
    }

    [Fact]
    public void An_old_controller_is_not_told_of_the_gateway_api_that_it_does_not_know()
    {
        _ = new ControllerRelease(Stack, "Controller", Minimal with { ChartVersion = "1.4.4" });

        var release = Synthesize().Resource("helm_release");
        release["version"]!.GetValue<string>().Should().Be("1.4.4");
        release["values"]![0]!.GetValue<string>().Should().NotContain("featureGates");
    }
}
