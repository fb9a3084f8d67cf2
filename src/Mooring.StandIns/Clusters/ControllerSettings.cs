namespace Mooring.StandIns.Clusters;

/// <summary>The AWS Load Balancer Controller as its chart installs it, whether Helm or Argo CD renders the chart.</summary>
/// <param name="Version">Version of the controller.</param>
internal sealed record ControllerSettings(Version Version)
{
    /// <summary>The namespace it runs in.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Name of its service account.</summary>
    public string ServiceAccount { get; init; } = "aws-load-balancer-controller";

    /// <summary>The role in the annotation of its service account (IRSA).</summary>
    public string? RoleArn { get; init; }

    /// <summary>What its pods are made from; another text starts new pods.</summary>
    public string PodTemplate { get; init; } = string.Empty;
}
