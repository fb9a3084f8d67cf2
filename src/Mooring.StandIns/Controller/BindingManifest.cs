using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>A TargetGroupBinding as a delivery applies it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Spec">Its <c>spec</c>.</param>
internal sealed record BindingManifest(string Namespace, string Name, JsonObject Spec)
{
    /// <summary>Whether it is one for the controller of EKS Auto Mode, which has a kind of its own.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsOfAutoMode { get; init; }

    /// <summary>What distinguishes it from all others of a cluster.</summary>
    public string Key => IsOfAutoMode ? $"{AutoModeBindings.Group}/{FullName}" : FullName;

    /// <summary>Namespace and name.</summary>
    public string FullName => $"{Namespace}/{Name}";
}
