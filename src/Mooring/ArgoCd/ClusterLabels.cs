namespace Mooring.ArgoCd;

/// <summary>The labels of a cluster's Secret that ApplicationSets select by.</summary>
public static class ClusterLabels
{
    /// <summary>Whether Argo CD installs the controller and the bindings: <c>true</c> or <c>false</c>.</summary>
    public const string Enabled = "aws-lb-controller/enabled";

    /// <summary>
    /// <c>false</c> where somebody else installed the controller, so that Argo CD installs the bindings only. A Secret without it gets both.
    /// </summary>
    public const string InstallController = "aws-lb-controller/install-controller";

    /// <summary>The fleet that the cluster belongs to.</summary>
    public const string Fleet = "aws-lb-controller/fleet";
}
