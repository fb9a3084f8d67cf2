using System.Text.Json;
using System.Text.RegularExpressions;
using Mooring.Aws;
using Mooring.Discovery.Answers;

namespace Mooring.Discovery.Kubernetes;

/// <summary>Reads clusters with kubectl. What it may not read is noted.</summary>
/// <param name="notes">What is noted.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed partial class ContextReader(Notes notes, CancellationToken cancellation)
{
    private const string ControllerLabel = "app.kubernetes.io/name=aws-load-balancer-controller";

    /// <summary>The words for a context in a note.</summary>
    public static string Owner(string context) => $"context {context}";

    /// <summary>Reads a cluster.</summary>
    /// <param name="context">The context of kubectl.</param>
    /// <returns>What it has; <see langword="null"/> where there is no such context.</returns>
    public async Task<ContextAnswer?> ReadAsync(string context)
    {
        var kubectl = new Kubectl(context, cancellation);
        string[] server = ["config", "view", "--minify", "--output", "jsonpath={.clusters[0].cluster.server}"];
        if (await TryAsync(context, "its API server", () => kubectl.AskAsync(server)) is not { Length: > 0 } url)
        {
            return null;
        }

        var bindings = await TryAsync(context, "TargetGroupBindings", () => kubectl.ObjectsAsync("targetgroupbindings"));
        var controllers = await TryAsync(context, "the controller's Deployment", () => kubectl.ObjectsAsync("deployments", "--selector", ControllerLabel));
        var registered = await TryAsync(context, "Argo CD's cluster Secrets", () => ClusterSecrets.ReadAsync(kubectl));
        return new(context, url.Trim())
        {
            BoundServices = [.. (bindings ?? []).Select(binding => new BoundService(binding))],
            HasController = controllers is null ? null : controllers.Count > 0,
            ControllerVersion = (controllers ?? []).Select(VersionOf).FirstOrDefault(version => version is not null),
            Registered = registered ?? [],
        };
    }

    private async Task<T?> TryAsync<T>(string context, string what, Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (AskedProgramException exception)
        {
            notes.AddUnread(Owner(context), $"{what} could not be read: {Printable.OneLine(exception.Message)}");
            return null;
        }
    }

    /// <summary>The version in the tag of the controller's image: <c>v2.13.4</c>.</summary>
    private static string? VersionOf(JsonElement deployment) =>
        deployment
            .Object("spec")
            .Object("template")
            .Object("spec")
            .Items("containers")
            .Select(container => VersionTag().Match(container.Text("image") ?? string.Empty))
            .FirstOrDefault(match => match.Success)
            ?.Groups[1]
            .Value;

    [GeneratedRegex(@"aws-load-balancer-controller:v?([0-9]+\.[0-9]+\.[0-9]+)")]
    private static partial Regex VersionTag();
}
