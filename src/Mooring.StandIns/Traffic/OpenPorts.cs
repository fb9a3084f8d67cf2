using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Traffic;

/// <summary>Which targets the rules of security groups let a load balancer reach: out of its own groups, and into those of the nodes.</summary>
/// <param name="objects">The objects of the account.</param>
/// <param name="controllerRules">The rules that controllers made.</param>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html"/>
internal sealed class OpenPorts(IReadOnlyList<RemoteObject> objects, IReadOnlyList<IngressRule> controllerRules)
{
    private readonly Value[] _ingress = [.. objects.Where(each => each.Type == "aws_vpc_security_group_ingress_rule").Select(each => each.Value)];
    private readonly ILookup<string?, Value> _egress = objects
        .Where(each => each.Type == "aws_vpc_security_group_egress_rule")
        .Select(each => (Value)each.Value)
        .ToLookup(rule => rule["security_group_id"].Text);

    private readonly Dictionary<string, string?> _groupOfCluster = objects
        .Where(each => each.Type == "aws_eks_cluster")
        .ToDictionary(each => $"{each.Value["name"].Text}", each => each.Value.At("vpc_config", "cluster_security_group_id").Text);

    /// <summary>Whether a load balancer reaches a target.</summary>
    public bool LeadTo(Value loadBalancer, RegisteredTarget target)
    {
        string?[] groups = [.. loadBalancer["security_groups"].Elements.Select(group => group.Text)];
        return groups.Any(group => IsLetOut(group, target.Port)) && groups.Any(group => IsLetIn(group, target));
    }

    /// <summary>What lets the traffic of a group out that is not Terraform's is not known here.</summary>
    private bool IsLetOut(string? group, int port) => !_egress[group].Any() || _egress[group].Any(rule => Includes(rule, port));

    private bool IsLetIn(string? group, RegisteredTarget target)
    {
        var ofCluster = _groupOfCluster.GetValueOrDefault(target.Cluster);
        return _ingress.Any(rule =>
                Includes(rule, target.Port)
                && (Referenced(rule) == group || rule["referenced_security_group_id"].IsNull)
                && IsOfNodes(rule["security_group_id"].Text, ofCluster)
            )
            || controllerRules.Any(rule =>
                rule.SecurityGroupId == ofCluster && (rule.Source == group || !rule.IsFromGroup) && target.Port >= rule.FromPort && target.Port <= rule.ToPort
            );
    }

    /// <summary>Id of the group that a rule refers to; one of another account has the account in front.</summary>
    private static string? Referenced(Value rule) => rule["referenced_security_group_id"].Text?.Split('/')[^1];

    /// <summary>Nodes have the group of their cluster, or one that no cluster and no load balancer has.</summary>
    private bool IsOfNodes(string? group, string? ofCluster) =>
        group == ofCluster || (!_groupOfCluster.ContainsValue(group) && !objects.Any(each => each.Type == "aws_security_group" && each.Id == group));

    private static bool Includes(Value rule, int port) =>
        rule["ip_protocol"].Text == "-1"
        || (rule["ip_protocol"].Text == "tcp" && port >= RouteRule.Number(rule["from_port"]) && port <= RouteRule.Number(rule["to_port"]));
}
