using System.Text.Json.Nodes;

namespace Mooring.StandIns.Clusters;

/// <summary>A TargetGroupBinding as the API server of a cluster keeps it, and what its controller remembers of it.</summary>
internal sealed class BindingObject(string @namespace, string name, JsonObject spec)
{
    /// <summary>Its namespace.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is one for the controller of EKS Auto Mode.</summary>
    public bool IsOfAutoMode { get; init; }

    /// <summary>Namespace and name, as messages have them.</summary>
    public string FullName => $"{Namespace}/{Name}";

    /// <summary>Its <c>spec</c>, with the defaults of the webhook.</summary>
    public JsonObject Spec { get; set; } = spec;

    /// <summary>Who manages it, such as a Helm release.</summary>
    public string? Owner { get; set; }

    /// <summary>Whether the controller has seen it: its deletion waits for the controller then.</summary>
    public bool HasFinalizer { get; set; }

    /// <summary>Whether it is deleted and waits for the controller.</summary>
    public bool IsTerminating { get; set; }

    /// <summary>The endpoints and the spec that were last reconciled; empty before, and after a failure.</summary>
    public string Checkpoint { get; set; } = string.Empty;

    /// <summary>The targets in its ConfigMap, which only bindings with <c>multiClusterTargetGroup</c> have.</summary>
    public IReadOnlySet<string>? Tracked { get; set; }

    /// <summary>The rules that its <c>networking</c> needs; <see langword="null"/> until the controller has computed them.</summary>
    public IReadOnlyList<IngressRule>? Rules { get; set; }

    /// <summary>What keeps it from registering its targets.</summary>
    public string? Problem { get; set; }
}
