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

    /// <summary>Names of the Fargate profiles that the pods of namespaces run with; <see langword="null"/> for nodes.</summary>
    public Dictionary<string, string?> Profiles { get; } = new(StringComparer.Ordinal);

    /// <summary>Namespaces whose pods were stopped with their Fargate profile, and are not scheduled again yet.</summary>
    public HashSet<string> StoppedNamespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>The TargetGroupBindings, in the order of their creation.</summary>
    public List<BindingObject> Bindings { get; } = [];
}
