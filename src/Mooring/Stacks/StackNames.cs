namespace Mooring.Stacks;

/// <summary>Names the stacks. A name is a state, a workspace and a folder: changing one loses all three.</summary>
public static class StackNames
{
    /// <summary>Name of a load balancer's stack.</summary>
    public static string LoadBalancer(string loadBalancer) => $"load-balancer-{loadBalancer}";

    /// <summary>Name of a cluster's stack.</summary>
    public static string Cluster(string cluster) => $"cluster-{cluster}";

    /// <summary>Name of the stack that registers a cluster with Argo CD.</summary>
    public static string Registration(string cluster) => $"registration-{cluster}";

    /// <summary>Name of the stack that installs the controller and the bindings into a cluster.</summary>
    public static string Binding(string cluster) => $"binding-{cluster}";
}
