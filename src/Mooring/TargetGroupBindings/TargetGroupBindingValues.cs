using Mooring.LoadBalancing;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// The values of one TargetGroupBinding in the chart: its fields as the custom resource definition names them, and only those that are given. Helm
/// delivery and Argo CD delivery use the same values.
/// </summary>
internal static class TargetGroupBindingValues
{
    private static readonly NetworkingPort[] s_allPorts = [new() { Protocol = NetworkingProtocol.Tcp }];

    /// <summary>The entry of the chart's <c>bindings</c>.</summary>
    public static Dictionary<string, object> Of(TargetGroupBinding binding)
    {
        var values = new Dictionary<string, object>
        {
            ["name"] = binding.Name,
            ["namespace"] = binding.Namespace,
            ["targetType"] = binding.TargetType.Word(),
        };

        Add(values, "apiVersion", binding.Controller == ControllerKind.AutoMode ? AutoModeController.ApiVersion : null);
        Add(values, "targetGroupARN", binding.TargetGroupArn);
        Add(values, "targetGroupName", binding.TargetGroupName);
        values["serviceRef"] = new Dictionary<string, object> { ["name"] = binding.ServiceName, ["port"] = binding.ServicePort.Value };
        Add(values, "nodeSelector", binding.EffectiveNodeSelector is { } selector ? NodeSelector(selector) : null);
        Add(values, "ipAddressType", binding.IpAddressType == TargetGroupIpAddressType.Ipv4 ? null : binding.IpAddressType.Word());
        Add(values, "vpcID", binding.VpcId);
        Add(values, "multiClusterTargetGroup", binding.MultiClusterTargetGroup ? true : null);
        Add(values, "iamRoleArnToAssume", binding.IamRoleArnToAssume);
        Add(values, "assumeRoleExternalId", binding.AssumeRoleExternalId);
        Add(values, "targetGroupProtocol", binding.TargetGroupProtocol?.Word());
        Add(values, "networking", binding.Networking is { } networking ? Networking(networking) : null);
        return values;
    }

    private static Dictionary<string, object> NodeSelector(NodeSelector selector)
    {
        var values = new Dictionary<string, object>();
        var (labels, expressions) = (selector.MatchLabels, selector.MatchExpressions);
        Add(values, "matchLabels", labels.Count == 0 ? null : labels.ToDictionary(label => label.Key, object (label) => label.Value));
        Add(values, "matchExpressions", expressions.Count == 0 ? null : expressions.Select(Requirement).ToArray());
        return values;
    }

    private static Dictionary<string, object> Requirement(NodeSelectorRequirement requirement)
    {
        var values = new Dictionary<string, object> { ["key"] = requirement.Key, ["operator"] = requirement.Operator.Word() };
        Add(values, "values", requirement.Values.Count == 0 ? null : requirement.Values.ToArray());
        return values;
    }

    private static Dictionary<string, object> Networking(TargetGroupBindingNetworking networking) =>
        new()
        {
            ["ingress"] = networking
                .Ingress.Select(rule => new Dictionary<string, object>
                {
                    ["from"] = rule.From.Select(Peer).ToArray(),
                    // Without ports, the controllers 2.9.2 and 3.5.0 open none, although the custom resource definition documents all.
                    ["ports"] = (rule.Ports.Count == 0 ? s_allPorts : rule.Ports).Select(Port).ToArray(),
                })
                .ToArray(),
        };

    private static Dictionary<string, object> Peer(NetworkingPeer peer)
    {
        var values = new Dictionary<string, object>();
        Add(values, "ipBlock", peer.Cidr is { } cidr ? new Dictionary<string, object> { ["cidr"] = cidr } : null);
        Add(values, "securityGroup", peer.SecurityGroupId is { } group ? new Dictionary<string, object> { ["groupID"] = group } : null);
        return values;
    }

    private static Dictionary<string, object> Port(NetworkingPort port)
    {
        var values = new Dictionary<string, object>();
        Add(values, "protocol", port.Protocol?.Word());
        Add(values, "port", port.Port?.Value);
        return values;
    }

    private static void Add(Dictionary<string, object> values, string key, object? value)
    {
        if (value is not null)
        {
            values[key] = value;
        }
    }
}
