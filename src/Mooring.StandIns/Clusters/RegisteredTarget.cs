namespace Mooring.StandIns.Clusters;

/// <summary>A target that is registered in a target group.</summary>
/// <param name="TargetGroupArn">ARN of the target group.</param>
/// <param name="Id">Id of an instance, or the IP address of a pod.</param>
/// <param name="Port">Its port.</param>
/// <param name="Cluster">Name of the cluster that registered it.</param>
public sealed record RegisteredTarget(string TargetGroupArn, string Id, int Port, string Cluster)
{
    /// <summary>What Elastic Load Balancing distinguishes the targets of a group by.</summary>
    internal string Identity => $"{Id}:{Port}";
}
