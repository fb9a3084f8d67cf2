using FluentAssertions;
using Mooring.Errors;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class ControllerCrdsTests : ConstructTest
{
    [Fact]
    public void The_definitions_are_those_of_the_controllers_chart()
    {
        _ = new ControllerCrds(Stack, "Crds", new ControllerCrdsProps());

        VerifySnapshot("TargetGroupBindings/ControllerCrds.Minimal");
    }

    [Fact]
    public void They_follow_the_version_of_the_controller()
    {
        _ = new ControllerCrds(Stack, "Crds", new ControllerCrdsProps { ControllerChartVersion = "1.9.2" });

        Synthesize().Should().HaveData("helm_template", """{ "chart": "aws-load-balancer-controller", "version": "1.9.2" }""");
    }

    [Fact]
    public void The_controller_waits_for_them_and_leaves_those_of_its_chart_out()
    {
        var crds = new ControllerCrds(Stack, "Crds", new ControllerCrdsProps());
        _ = new ControllerRelease(
            Stack,
            "Controller",
            new ControllerReleaseProps
            {
                ClusterName = "blue",
                Region = "eu-west-1",
                VpcId = "vpc-0a1b2c3d4e5f60718",
                Crds = crds,
            }
        );

        Synthesize().Should().HaveResource("helm_release", "Controller", """{ "skip_crds": true, "depends_on": ["helm_release.Crds"] }""");
    }

    [Fact]
    public void The_release_has_the_version_of_its_chart() =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "charts", "aws-lb-controller-crds", "Chart.yaml"))
            .Should()
            .Contain($"version: {ControllerCrds.ChartVersion}");

    [Fact]
    public void Definitions_are_kept_and_never_replaced_by_older_ones() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "charts", "aws-lb-controller-crds", "templates", "crds.yaml"))
            .Should()
            .ContainAll("\"helm.sh/resource-policy\" \"keep\"", "semverCompare (printf \"<%s-0\" $installed) $version", "$spec = .spec");

    [Fact]
    public void Fails_when_the_version_is_a_range()
    {
        var define = () => new ControllerCrds(Stack, "Crds", new ControllerCrdsProps { ControllerChartVersion = "3.x" });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Crds: 'ControllerChartVersion' must be one version of the chart such as '3.5.0', got '3.x'");
    }
}
