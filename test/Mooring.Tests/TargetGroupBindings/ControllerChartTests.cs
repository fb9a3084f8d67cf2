using FluentAssertions;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class ControllerChartTests
{
    [Fact]
    public void The_list_has_each_chart_once_and_the_newest_first()
    {
        var versions = ControllerChart.Checked.Select(chart => ControllerVersion.Parse(chart.ChartVersion)!.Value).ToArray();

        versions.Should().OnlyHaveUniqueItems().And.BeInDescendingOrder();
        ControllerChart.Checked.Select(chart => ControllerLimits.ChartVersion(chart.ChartVersion)).Should().OnlyContain(fault => fault == null);
    }

    [Fact]
    public void The_page_has_the_list() => Snapshot.VerifyFile(Path.Combine("docs", "controller-charts.md"), ControllerChartsPage.Write());

    [Fact]
    public void The_default_is_in_the_list() =>
        ControllerChart.Checked.Should().Contain(new CheckedControllerChart(ControllerChart.DefaultVersion, new ControllerVersion(3, 5, 0)));

    [Theory]
    [InlineData("3.5.0", "3.5.0")]
    [InlineData("1.17.0", "2.17.0")]
    [InlineData("1.8.4", "2.8.3")]
    [InlineData("1.5.2", "2.5.1")]
    [InlineData("1.4.4", "2.4.3")]
    [InlineData("1.3.1", "2.3.0")]
    public void A_chart_ships_the_controller_of_the_list(string chart, string controller) =>
        ControllerChart.ControllerOf(chart).Should().Be(ControllerVersion.Parse(controller));

    [Theory]
    [InlineData("1.99.2", "2.99.2")]
    [InlineData("3.99.2", "3.99.2")]
    [InlineData("4.0.0", "4.0.0")]
    public void A_newer_chart_ships_the_controller_of_its_own_number(string chart, string controller) =>
        ControllerChart.ControllerOf(chart).Should().Be(ControllerVersion.Parse(controller));

    [Theory]
    [InlineData("0.1.1")]
    [InlineData("2.7.0")]
    [InlineData("latest")]
    [InlineData("3.6.0-rc.1")]
    [InlineData("${var.chart}")]
    [InlineData("{{ .chart }}")]
    public void The_controller_of_an_invalid_chart_version_is_unknown(string chart) => ControllerChart.ControllerOf(chart).Should().BeNull();

    [Theory]
    [InlineData("2.13.4", "1.13.4")]
    [InlineData("2.13.3", "1.13.3")]
    [InlineData("2.13", "1.13.4")]
    [InlineData("2.8", "1.8.4")]
    [InlineData("2.1", "1.1.6")]
    [InlineData("3.5", "3.5.0")]
    [InlineData("2.13.9", null)]
    [InlineData("2.99", null)]
    [InlineData("2", null)]
    [InlineData("", null)]
    public void A_controller_is_shipped_by_the_newest_chart_that_has_it(string controller, string? chart) =>
        ControllerChart.ChartFor(controller).Should().Be(chart);

    [Fact]
    public void Versions_are_compared_by_their_numbers()
    {
        ControllerVersion.Parse("v2.10.0").Should().Be(new ControllerVersion(2, 10, 0));
        $"{new ControllerVersion(2, 10, 0)}".Should().Be("2.10.0");
        (new ControllerVersion(2, 9, 2) < new ControllerVersion(2, 10, 0)).Should().BeTrue();
        (new ControllerVersion(2, 10, 0) > new ControllerVersion(2, 9, 2)).Should().BeTrue();
        (new ControllerVersion(2, 9, 2) <= new ControllerVersion(2, 9, 1)).Should().BeFalse();
        (new ControllerVersion(2, 9, 2) >= new ControllerVersion(2, 9, 2)).Should().BeTrue();
        ControllerVersion.Parse("2.10").Should().BeNull();
    }
}
