using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.Controller;

namespace Mooring.StandIns.ArgoCd.Sources;

/// <summary>A resource of a cluster, as a chart renders it or as it is.</summary>
/// <param name="Group">Its API group; empty for the core group.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/> for a cluster-scoped resource.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">What is compared: spec, data, webhooks.</param>
internal sealed record ManagedResource(string Group, string Kind, string? Namespace, string Name, JsonObject Content)
{
    /// <summary>Kind of a custom resource definition.</summary>
    public const string Definition = "CustomResourceDefinition";

    /// <summary>Kind of a binding.</summary>
    public const string Binding = "TargetGroupBinding";

    /// <summary>Kind of what runs the controller.</summary>
    public const string Deployment = "Deployment";

    /// <summary>Kind of a namespace.</summary>
    public const string Space = "Namespace";

    /// <summary>Whether Argo CD neither prunes nor deletes it, nor compares it when the sources no longer have it, as its annotations say.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/"/>
    public bool IsKept { get; init; }

    /// <summary>Its sync wave.</summary>
    /// <value>Defaults to 0.</value>
    public int Wave { get; init; }

    /// <summary>Whether it is a webhook configuration.</summary>
    public bool HasWebhooks => Kind.EndsWith("WebhookConfiguration", StringComparison.Ordinal);

    /// <summary>The certificate authority of each webhook of a webhook configuration; empty where it has none.</summary>
    public IReadOnlyList<string> Authorities => [.. Content.ListAt("webhooks").Select(webhook => webhook.TextAt("clientConfig", "caBundle") ?? string.Empty)];

    /// <summary>Whether it is a binding for the controller of EKS Auto Mode.</summary>
    public bool IsOfAutoMode => Kind == Binding && Group == AutoModeBindings.Group;

    /// <summary>Its identity in a cluster: <c>TargetGroupBinding ingress-nginx/web</c>.</summary>
    public string Key => Namespace is null ? $"{Kind} {Name}" : $"{Kind}{(IsOfAutoMode ? $".{Group}" : string.Empty)} {Namespace}/{Name}";

    /// <summary>Whether the content is that of another one.</summary>
    public bool HasContentOf(ManagedResource other) => JsonNode.DeepEquals(Content, other.Content);
}
