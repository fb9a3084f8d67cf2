namespace Mooring.ArgoCd;

/// <summary>What the names of a cluster's Applications begin with. What the cluster is called in them follows.</summary>
internal static class ApplicationPrefixes
{
    /// <summary>That of the Application which installs the AWS Load Balancer Controller.</summary>
    public const string Controller = "aws-lb-controller-";

    /// <summary>That of the Application which installs the TargetGroupBindings.</summary>
    public const string Bindings = "targetgroupbindings-";

    /// <summary>Length of the longest.</summary>
    public const int Length = 20;
}
