using System.Globalization;
using System.Text.Json;

namespace Mooring.TargetGroupBindings;

/// <summary>The Helm chart of the AWS Load Balancer Controller.</summary>
/// <seealso href="https://github.com/aws/eks-charts/tree/master/stable/aws-load-balancer-controller"/>
public static class ControllerChart
{
    /// <summary>Helm repository that holds the chart.</summary>
    public const string Repository = "https://aws.github.io/eks-charts";

    /// <summary>Name of the chart.</summary>
    public const string Name = "aws-load-balancer-controller";

    /// <summary>Version of the chart that is installed when no other is chosen; it ships controller 3.5.0.</summary>
    public const string DefaultVersion = "3.5.0";

    private static readonly ControllerVersion s_firstWithFeatureGates = new(2, 4, 4);
    private static readonly ControllerVersion s_firstWithGatewayApi = new(3, 0, 0);
    private static readonly ControllerVersion s_firstWithReplacedCertificate = new(3, 1, 0);

    /// <summary>The charts with a known controller, newest first, from the chart repository's index: the data file in this folder.</summary>
    public static IReadOnlyList<CheckedControllerChart> Checked { get; } = Load();

    /// <summary>
    /// The controller that a version of the chart ships: from the list or, for a chart that is not in it, by the rule that the list shows: 2.x.y in
    /// chart 1.x.y, and from 3 on the chart's own number.
    /// </summary>
    /// <returns><see langword="null"/> when the text is not a version of this chart.</returns>
    public static ControllerVersion? ControllerOf(string chartVersion) =>
        Checked.FirstOrDefault(chart => chart.ChartVersion == chartVersion)?.Controller
        ?? ControllerVersion.Parse(chartVersion) switch
        {
            { Major: 1 } version => version with { Major = 2 },
            { Major: >= 3 } version => version,
            _ => null,
        };

    /// <summary>
    /// The newest chart of <see cref="Checked"/> that ships a controller, named as <c>2.13.4</c> or, any of its patches,
    /// <c>2.13</c>.
    /// </summary>
    /// <returns>None when no chart in the list ships it.</returns>
    public static string? ChartFor(string controllerVersion) =>
        Checked
            .FirstOrDefault(chart =>
                controllerVersion == $"{chart.Controller}"
                || controllerVersion == string.Create(CultureInfo.InvariantCulture, $"{chart.Controller.Major}.{chart.Controller.Minor}")
            )
            ?.ChartVersion;

    /// <summary>Whether the controller in a version of the chart looks for the custom resources of the Gateway API.</summary>
    internal static bool HasGatewayApi(string version) => ControllerOf(version) >= s_firstWithGatewayApi;

    /// <summary>Whether a version of the chart passes feature gates to its controller, which knows <c>EnableServiceController</c>.</summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v2.4.4/helm/aws-load-balancer-controller/values.yaml"/>
    internal static bool HasFeatureGates(string version) => ControllerOf(version) >= s_firstWithFeatureGates;

    /// <summary>
    /// Whether a version of the chart replaces the webhooks' certificate at each upgrade unless <c>keepTLSSecret</c> is set. Older ones keep it by
    /// default; 3.0 has no such value.
    /// </summary>
    internal static bool ReplacesWebhookCertificate(string version) => ControllerOf(version) >= s_firstWithReplacedCertificate;

    private static CheckedControllerChart[] Load()
    {
        using var stream = typeof(ControllerChart).Assembly.GetManifestResourceStream("Mooring.TargetGroupBindings.controller-charts.json")!;
        using var charts = JsonDocument.Parse(stream);
        return
        [
            .. charts
                .RootElement.EnumerateArray()
                .Select(chart => new CheckedControllerChart(
                    chart.GetProperty("chart").GetString()!,
                    ControllerVersion.Parse(chart.GetProperty("controller").GetString()!)!.Value
                )),
        ];
    }
}
