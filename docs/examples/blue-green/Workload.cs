namespace BlueGreen;

/// <summary>A cluster that serves a share of the shop, and the names by which its stacks find what the others made.</summary>
/// <param name="Name">Name of the cluster.</param>
/// <param name="Weight">Its share of the requests, 0 to 999, relative to the other clusters'.</param>
internal sealed record Workload(string Name, int Weight)
{
    public const string LoadBalancer = "shop";

    /// <summary>It changes with whatever makes AWS replace a target group: let it have the port in it, say, when that may change.</summary>
    public string TargetGroup => $"shop-{Name}";

    public string ControllerRole => $"{Name}-aws-lb-controller";

    public string ArgoCdAccessRole => $"{Name}-argocd-access";
}
