namespace Mooring.Discovery.Answers;

/// <summary>What a VPC has: a location of the fleet.</summary>
/// <param name="Request">The region and account that it is in.</param>
/// <param name="Vpc">Its id.</param>
internal sealed record LocationAnswer(LocationRequest Request, string Vpc)
{
    /// <summary>The load balancers that are adopted.</summary>
    public IReadOnlyList<LoadBalancerAnswer> Adopted { get; init; } = [];

    /// <summary>The load balancers that are only looked up.</summary>
    public IReadOnlyList<LoadBalancerAnswer> Existing { get; init; } = [];

    /// <summary>The clusters.</summary>
    public IReadOnlyList<ClusterAnswer> Clusters { get; init; } = [];

    /// <summary>ARN of the role that the profile of the AWS CLI assumes; <see langword="null"/> where it has credentials of its own.</summary>
    public string? ProfileRole { get; init; }

    /// <summary>ARNs of what it has.</summary>
    public IEnumerable<string> Arns =>
        Adopted.Concat(Existing).Select(balancer => balancer.Arn).Concat(Clusters.Select(cluster => cluster.Description.Text("arn")).OfType<string>());
}
