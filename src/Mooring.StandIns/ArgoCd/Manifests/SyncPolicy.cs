using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>How an Application is synced.</summary>
/// <param name="IsAutomated">Whether it is synced without a user.</param>
/// <param name="Prunes">Whether a resource that its sources no longer have is deleted.</param>
/// <param name="SelfHeals">Whether a change of the cluster is reverted.</param>
/// <param name="AllowsEmpty">Whether all resources may be deleted.</param>
/// <param name="Retry">When a failed sync is tried again.</param>
/// <param name="Options">Options: <c>PruneLast=true</c>.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/"/>
internal sealed record SyncPolicy(bool IsAutomated, bool Prunes, bool SelfHeals, bool AllowsEmpty, RetryStrategy Retry, IReadOnlyList<string> Options)
{
    /// <summary>Reads a policy.</summary>
    public static SyncPolicy Of(JsonNode? manifest)
    {
        manifest.RequireOnly("a syncPolicy", "automated", "retry", "syncOptions");
        return new(
            manifest.At("automated") is not null,
            manifest.IsTrueAt("automated", "prune"),
            manifest.IsTrueAt("automated", "selfHeal"),
            manifest.IsTrueAt("automated", "allowEmpty"),
            RetryStrategy.Of(manifest.At("retry")),
            [.. manifest.ListAt("syncOptions").Select(each => $"{each}")]
        );
    }

    /// <summary>Whether an option is on.</summary>
    public bool Has(string option) => Options.Contains($"{option}=true");
}
