using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>A TargetGroupBinding as a delivery applies it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Spec">Its <c>spec</c>.</param>
internal sealed record BindingManifest(string Namespace, string Name, JsonObject Spec)
{
    /// <summary>Namespace and name.</summary>
    public string FullName => $"{Namespace}/{Name}";
}
