using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.TargetGroupBindings;

/// <summary>What the chart of the AWS Load Balancer Controller accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class ControllerLimits
{
    private const int LongestTimeout = 86_400;

    private const string ControllerVersionRegex = @"^[0-9]+\.[0-9]+(\.[0-9]+)?\z";
    private const string ChartVersionRegex = @"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?\z";
    private const string ImageRepositoryRegex = @"^[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?(:[0-9]{1,5})?(/[0-9a-z]+([._-]+[0-9a-z]+)*)+\z";

    /// <summary>A version of the chart: one, and not a range of them, so that the same is installed tomorrow.</summary>
    /// <seealso href="https://helm.sh/docs/topics/charts/#charts-and-versioning"/>
    [Pattern(ChartVersionRegex)]
    public static string? ChartVersion(string value) =>
        Limit.IsToken(value) || ChartVersionPattern().IsMatch(value)
            ? null
            : $"must be one version of the chart such as '{ControllerChart.DefaultVersion}', got '{value}'";

    /// <summary>A version of the controller by which its chart is chosen: one that a checked chart ships.</summary>
    /// <seealso cref="ControllerChart.ChartFor"/>
    [Pattern(ControllerVersionRegex, IsPartial = true)]
    public static string? ControllerVersion(string value) =>
        ControllerChart.ChartFor(value) is not null ? null : $"must be a controller that a checked chart ships, such as '2.13' or '2.13.4', got '{value}'";

    /// <summary>An image repository: a host and a path, and no tag, which is the chart's.</summary>
    [Pattern(ImageRepositoryRegex)]
    public static string? ImageRepository(string? value) =>
        value is null || Limit.IsToken(value) || ImageRepositoryPattern().IsMatch(value) ? null : $"must be an image repository without a tag, got '{value}'";

    /// <summary>How many of the controller run: 1 or more.</summary>
    [Bounds(1)]
    public static string? ReplicaCount(int value) => Limit.Between(value, 1, int.MaxValue);

    /// <summary>Time for a release to become ready: at least 1 second.</summary>
    public static string? Timeout(TimeSpan value) => TimeoutSeconds((int)value.TotalSeconds);

    /// <summary>Time for a release to become ready: 1 second to 1 day.</summary>
    [Bounds(1, LongestTimeout)]
    public static string? TimeoutSeconds(int seconds) => Limit.Seconds(seconds, 1, LongestTimeout);

    /// <summary>Time that a pod stays on a node with a taint: 0 seconds or more.</summary>
    [Bounds(0)]
    public static string? TolerationSeconds(int seconds) => Limit.Between(seconds, 0, int.MaxValue);

    /// <summary>The resources of a container: each a quantity.</summary>
    public static string? Resources(ContainerResources resources) =>
        new[] { resources.Requests.Cpu, resources.Requests.Memory, resources.Limits.Cpu, resources.Limits.Memory }
            .OfType<string>()
            .Select(KubernetesLimits.Quantity)
            .FirstOrDefault(fault => fault is not null);

    [GeneratedRegex(ChartVersionRegex)]
    private static partial Regex ChartVersionPattern();

    [GeneratedRegex(ImageRepositoryRegex)]
    private static partial Regex ImageRepositoryPattern();
}
