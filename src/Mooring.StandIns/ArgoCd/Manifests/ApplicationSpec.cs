using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>What an Application installs, and where.</summary>
internal sealed record ApplicationSpec
{
    /// <summary>Reads a spec.</summary>
    public ApplicationSpec(JsonNode? manifest)
    {
        manifest.RequireOnly("an Application", "project", "destination", "source", "sources", "syncPolicy", "ignoreDifferences");
        manifest.At("destination").RequireOnly("a destination", "server", "name", "namespace");
        Text = manifest?.ToJsonString() ?? string.Empty;
        Project = manifest.TextAt("project") ?? string.Empty;
        (Server, ClusterName) = (manifest.TextAt("destination", "server"), manifest.TextAt("destination", "name"));
        Namespace = manifest.TextAt("destination", "namespace") ?? string.Empty;
        Sources = [.. (manifest.At("source") is { } only ? [only] : manifest.ListAt("sources")).Select(ApplicationSource.Of)];
        SyncPolicy = SyncPolicy.Of(manifest.At("syncPolicy"));
        IgnoredDifferences = [.. manifest.ListAt("ignoreDifferences").SelectMany(IgnoredDifference.Of)];
    }

    /// <summary>The spec, to compare.</summary>
    public string Text { get; }

    /// <summary>Its project.</summary>
    public string Project { get; }

    /// <summary>URL of the cluster, where the destination has one.</summary>
    public string? Server { get; }

    /// <summary>Name of the cluster, where the destination has one.</summary>
    public string? ClusterName { get; }

    /// <summary>Namespace of resources that name none.</summary>
    public string Namespace { get; }

    /// <summary>Its sources.</summary>
    public IReadOnlyList<ApplicationSource> Sources { get; }

    /// <summary>How it is synced.</summary>
    public SyncPolicy SyncPolicy { get; }

    /// <summary>What is not compared.</summary>
    public IReadOnlyList<IgnoredDifference> IgnoredDifferences { get; }
}
