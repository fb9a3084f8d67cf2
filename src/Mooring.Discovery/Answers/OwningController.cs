namespace Mooring.Discovery.Answers;

/// <summary>A controller that made a load balancer for an Ingress or a Service, and undoes what others change there.</summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#resource-tags"/>
internal static class OwningController
{
    private static readonly string[] s_tags =
    [
        "elbv2.k8s.aws/cluster",
        "ingress.k8s.aws/stack",
        "ingress.eks.amazonaws.com/stack",
        "service.k8s.aws/stack",
        "service.eks.amazonaws.com/stack",
    ];

    /// <summary>Refuses to adopt load balancers that a controller owns.</summary>
    /// <param name="adopted">The load balancers that are adopted, with their tags.</param>
    /// <exception cref="DiscoveryException">A controller owns one.</exception>
    public static void Refuse(IEnumerable<LoadBalancerAnswer> adopted)
    {
        foreach (var answer in adopted)
        {
            if (s_tags.FirstOrDefault(answer.Tags.ContainsKey) is { } tag)
            {
                throw new DiscoveryException(
                    $"load balancer '{answer.Name}' must not be adopted: a controller in a cluster owns it, as its tag {tag}={answer.Tags[tag]} "
                        + "says, and would undo what Terraform changes. Leave out --load-balancer for it"
                );
            }
        }
    }
}
