using System.Text.Json.Nodes;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The chart of the AWS Load Balancer Controller, and the one that installs its custom resource definitions.</summary>
/// <seealso href="https://github.com/aws/eks-charts/tree/master/stable/aws-load-balancer-controller"/>
internal static class ControllerChart
{
    private const string Name = "aws-load-balancer-controller";

    /// <summary>The newest version, which Helm takes where a release names none.</summary>
    private static readonly Version s_newest = new(3, 5);

    /// <summary>Whether a release is one of this chart.</summary>
    public static bool IsOf(ObjectValue release) => release["chart"].Text?.Split('/')[^1] == Name;

    /// <summary>Version of the controller whose custom resource definitions a release has; <see langword="null"/> for one that has none.</summary>
    public static Version? Definitions(JsonObject values) => values["chart"]?.ToString() == Name ? ControllerOf(values["version"]?.ToString()) : null;

    /// <summary>The controller of a release.</summary>
    public static ControllerSettings Controller(ObjectValue release, JsonObject values)
    {
        var account = values["serviceAccount"];
        return new ControllerSettings(ControllerOf(release["version"].Text))
        {
            Namespace = release["namespace"].Text ?? "default",
            ServiceAccount = account?["name"]?.ToString() ?? $"{release["name"].Text}-{Name}",
            RoleArn = account?["annotations"]?["eks.amazonaws.com/role-arn"]?.ToString(),
            PodTemplate = $"{release["version"].Text} {PodTemplate.Of(values)}",
        };
    }

    /// <summary>Major and minor version of the controller in a version of the chart: 2.x in chart 1.x, and from 3 on the chart's own.</summary>
    public static Version ControllerOf(string? chart) =>
        Version.TryParse(chart?.TrimStart('v').Split('-')[0], out var version) ? new Version(version.Major == 1 ? 2 : version.Major, version.Minor) : s_newest;
}
