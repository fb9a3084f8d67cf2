using Mooring.Discovery.Answers;
using Mooring.Discovery.Kubernetes;
using Mooring.Fleet;

namespace Mooring.Discovery.Declaration;

/// <summary>
/// Declares what kubectl told of clusters: the controller, which is there already. TargetGroupBindings are comments, with the Service that a binding of
/// the file would have: the controller refuses a second TargetGroupBinding of a target group, so a binding of the file needs one of its own.
/// </summary>
/// <param name="contexts">What kubectl told.</param>
/// <param name="balancers">The load balancers of the file.</param>
/// <param name="declared">Collects what is declared.</param>
internal sealed class InsideCluster(IReadOnlyList<ContextAnswer> contexts, IReadOnlyDictionary<string, LoadBalancerSpec> balancers, Declared declared)
{
    private const string SecretType = "argocd.argoproj.io/secret-type";

    /// <summary>The controller that a cluster has.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="path">Its place in the file.</param>
    public ClusterControllerSpec ControllerOf(ClusterAnswer cluster, string path)
    {
        var words = $"the controller of {ClusterReader.Owner(cluster.Name)}";
        var context = ContextOf(cluster);
        if (context?.HasController is not { } isThere)
        {
            declared.Comment(path, "not known whether a controller is there: if one is, add 'controller: { install: false }' before the first binding");
            return new();
        }

        return isThere ? FoundOf(context.ControllerVersion, words, path) : new();
    }

    /// <summary>A controller that is there is never installed a second time, also where the file cannot say its version.</summary>
    private ClusterControllerSpec FoundOf(string? version, string words, string path)
    {
        if (version is null)
        {
            declared.Unsayable(path, $"the version of {words}, which its image does not tell: write it as 'version'");
            return new() { Install = false };
        }

        if (declared.IsLeftOut(path, words, $"version {version} of {words}", obstacle: null))
        {
            return new() { Install = false };
        }

        declared.Add($"{path}.controller", words, words);
        return new() { Install = false, Version = version };
    }

    /// <summary>Says what else is there.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="path">Its place in the file.</param>
    public void Comment(ClusterAnswer cluster, string path)
    {
        foreach (var bound in ContextOf(cluster)?.BoundServices ?? [])
        {
            declared.Comment(path, SaidOf(bound));
        }

        foreach (var context in contexts)
        {
            foreach (var secret in context.Registered.Where(secret => context.Knows(secret, cluster)))
            {
                declared.Comment(path, SaidOf(secret, context));
            }
        }
    }

    private ContextAnswer? ContextOf(ClusterAnswer cluster) => contexts.FirstOrDefault(context => context.IsAt(cluster.Endpoint));

    private string SaidOf(BoundService bound)
    {
        var said = $"TargetGroupBinding {bound.Namespace}/{bound.Name}: Service {bound.Service}, port {bound.Port}, serves";
        return OwnerOf(bound.TargetGroup) is { } owner
            ? $"{said} target group {owner.TargetGroup} of {owner.LoadBalancer}. To bind the Service by this file, beside it and "
                + "with a target group of its own: "
                + $"bindings: [{{ loadBalancer: {owner.LoadBalancer}, "
                + $"service: {{ namespace: {bound.Namespace}, name: {bound.Service}, port: {bound.Port} }} }}]"
            : $"{said} {bound.TargetGroup ?? "a target group that it has not found"}, which is not in this file";
    }

    private (string LoadBalancer, string TargetGroup)? OwnerOf(string? arn) =>
        balancers
            .SelectMany(balancer => balancer.Value.TargetGroups.Select(group => (balancer.Key, Name: group.Key, group.Value.Adopt)))
            .Where(each => arn is not null && each.Adopt == arn)
            .Select(each => ((string, string)?)(each.Key, each.Name))
            .FirstOrDefault();

    private static string SaidOf(ClusterSecret secret, ContextAnswer context)
    {
        var labels = secret.Labels.Where(label => label.Key != SecretType).OrderBy(label => label.Key, StringComparer.Ordinal);
        return $"registered with the Argo CD of context {context.Context} as Secret {secret.Namespace}/{secret.Name}"
            + List("labels", labels.Select(label => $"{label.Key}={label.Value}"))
            + List("annotations", secret.Annotations.Keys.Order(StringComparer.Ordinal))
            + ". Where this file has 'argoCd', write 'registration: { create: false }' here";
    }

    private static string List(string what, IEnumerable<string> entries) =>
        entries.ToArray() is { Length: > 0 } all ? $", {what} {string.Join(", ", all)}" : string.Empty;
}
