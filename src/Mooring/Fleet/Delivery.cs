using System.Text.Json.Serialization;

namespace Mooring.Fleet;

/// <summary>Who installs the controller and the bindings into a cluster: one or the other, never both.</summary>
public enum Delivery
{
    /// <summary>Terraform does, as Helm releases.</summary>
    [JsonStringEnumMemberName("helm")]
    Helm,

    /// <summary>Argo CD does, with ApplicationSets that read the labels of the cluster's Secret.</summary>
    [JsonStringEnumMemberName("argocd")]
    ArgoCd,
}
