namespace Mooring.StandIns.Clusters;

/// <summary>What the API server of a cluster keeps of TargetGroupBindings, and the controller that serves them.</summary>
/// <param name="endpoint">Endpoint of the cluster.</param>
internal sealed class ClusterState(string endpoint)
{
    /// <summary>Endpoint of the cluster.</summary>
    public string Endpoint { get; } = endpoint;

    /// <summary>Version of the controller whose custom resource definitions are installed; <see langword="null"/> without them.</summary>
    public Version? Definitions { get; set; }

    /// <summary>The controller with its webhooks; <see langword="null"/> where it is not installed.</summary>
    public ControllerSettings? Controller { get; set; }

    /// <summary>How the pods of the controller get their role.</summary>
    public PodIdentity Pods { get; set; } = new(false, null);

    /// <summary>Whether a pod of the controller is ready.</summary>
    public bool IsReady { get; set; }

    /// <summary>The run of Terraform that gave the webhooks another certificate authority, without new pods; the pods read it a minute later.</summary>
    public object? ReplacedCertificate { get; set; }

    /// <summary>The TargetGroupBindings, in the order of their creation.</summary>
    public List<BindingObject> Bindings { get; } = [];
}
