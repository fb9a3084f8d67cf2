using System.Text.RegularExpressions;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// What the AWS Load Balancer Controller accepts as a TargetGroupBinding: the rules of its webhook and of its custom resource
/// definition, and the fields that each of its versions knows. Each fault comes with the property that it is of.
/// </summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/"/>
internal static partial class TargetGroupBindingLimits
{
    private static readonly ControllerVersion s_twoOfOneTargetGroup = new(2, 12, 0);

    private const string VpcIdRegex = @"^vpc-([0-9a-f]{8}|[0-9a-f]{17}|[0-9a-f]{32})\z";
    private const string PortNameRegex = @"^(?=.*[a-z])(?!.*--)[0-9a-z]([0-9a-z-]{0,13}[0-9a-z])?\z";

    /// <summary>The fields of a binding that a controller is too old for, or that the controller of EKS Auto Mode does not have.</summary>
    /// <param name="binding">The binding.</param>
    /// <param name="controller">The controller; <see langword="null"/> where it is not known, and nothing is reported.</param>
    /// <param name="chartVersion">The chart that installs it, for the message.</param>
    public static IEnumerable<(string Property, string Fault)> Fields(TargetGroupBinding binding, ControllerVersion? controller, string? chartVersion = null) =>
        binding.Controller == ControllerKind.AutoMode ? AutoModeController.Faults(binding)
        : controller is not { } installed ? []
        : TargetGroupBindingFields
            .All.Where(field => field.Since > installed && field.IsUsed(binding))
            .GroupBy(field => field.Property)
            .Select(fields => (fields.Key, NeedsController(fields.Last().Since, installed, chartVersion)));

    /// <summary>Errors of a binding in every version of the controller.</summary>
    public static IEnumerable<(string Property, string Fault)> Rules(TargetGroupBinding binding) =>
        Faults(
                (nameof(binding.Name), KubernetesLimits.DnsLabel(binding.Name)),
                (nameof(binding.Namespace), KubernetesLimits.DnsLabel(binding.Namespace)),
                (nameof(binding.ServiceName), KubernetesLimits.DnsLabel(binding.ServiceName)),
                (nameof(binding.ServicePort), ServiceLimits.Port(binding.ServicePort)),
                (nameof(binding.TargetGroupArn), ArnOrName(binding.TargetGroupArn, binding.TargetGroupName) ?? TargetGroupArn(binding.TargetGroupArn)),
                (nameof(binding.TargetGroupName), binding.TargetGroupName is { } name ? LoadBalancerLimits.TargetGroupName(name) : null),
                (nameof(binding.NodeSelector), binding.NodeSelector is null ? null : NodeSelectorOf(binding.TargetType)),
                (nameof(binding.VpcId), VpcId(binding.VpcId)),
                (nameof(binding.IamRoleArnToAssume), RoleToAssume(binding.TargetType, binding.IamRoleArnToAssume)),
                (nameof(binding.AssumeRoleExternalId), ExternalIdOf(binding.IamRoleArnToAssume, binding.AssumeRoleExternalId)),
                (nameof(binding.TargetGroupProtocol), Protocol(binding.TargetType, binding.TargetGroupProtocol))
            )
            .Concat(binding.NodeSelector is { } selector ? Selector(selector) : [])
            .Concat(binding.Networking is { } networking ? Networking(binding.TargetType, networking) : []);

    /// <summary>Two bindings of one target group in a cluster: the controller's webhook refuses the second until 2.12.0.</summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v2.12.0/webhooks/elbv2/targetgroupbinding_validator.go"/>
    public static string? TwoOfOneTargetGroup(ControllerVersion? controller, string? chartVersion) =>
        controller is { } installed && installed < s_twoOfOneTargetGroup ? NeedsController(s_twoOfOneTargetGroup, installed, chartVersion) : null;

    /// <summary>Errors between the bindings of a cluster.</summary>
    public static IEnumerable<(string Property, string Fault)> Together(
        IReadOnlyList<TargetGroupBinding> bindings,
        ControllerVersion? controller = null,
        string? chartVersion = null
    )
    {
        for (var index = 0; index < bindings.Count; index++)
        {
            var binding = bindings[index];
            if (bindings.Take(index).Any(other => (other.Namespace, other.Name) == (binding.Namespace, binding.Name)))
            {
                yield return ($"Bindings[{index}].Name", $"must be unique in its namespace, got '{binding.Name}' twice");
            }

            if (bindings.Take(index).Any(other => SameTargetGroup(binding, other)) && TwoOfOneTargetGroup(controller, chartVersion) is { } fault)
            {
                yield return ($"Bindings[{index}].{nameof(binding.TargetGroupArn)}", $"{fault} as the target group of two bindings");
            }

            if (!binding.MultiClusterTargetGroup && bindings.Where((other, at) => at != index && SameTargetGroup(binding, other)).Any())
            {
                yield return (
                    $"Bindings[{index}].{nameof(binding.MultiClusterTargetGroup)}",
                    $"must be true when two bindings have the target group '{binding.TargetGroupArn ?? binding.TargetGroupName}'"
                );
            }
        }
    }

    /// <summary>The target group of a binding: by its ARN or by its name, and not by both, of which the controller ignores one.</summary>
    public static string? ArnOrName(string? arn, string? name) =>
        (arn, name) switch
        {
            (null, null) => "is required, or 'TargetGroupName' instead",
            (not null, not null) => "must be left out when there is a 'TargetGroupName'",
            _ => null,
        };

    /// <summary>ARN of a target group.</summary>
    /// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html#awselasticloadbalancingv2-resources-for-iam-policies"/>
    public static string? TargetGroupArn(string? value) => value is null ? null : AwsLimits.TargetGroupArn(value);

    /// <summary>Id of a target group's VPC: <c>vpc-</c> and 8, 17 or 32 hexadecimal digits.</summary>
    [Pattern(VpcIdRegex)]
    public static string? VpcId(string? value) =>
        value is null || Limit.IsToken(value) || VpcIdPattern().IsMatch(value) ? null : $"must be 'vpc-' and 8, 17 or 32 hexadecimal digits, got '{value}'";

    /// <summary>The role for a target group of another account: an ARN, and only for target type <c>ip</c>.</summary>
    public static string? RoleToAssume(TargetType targetType, string? value) =>
        value is null ? null
        : targetType == TargetType.Instance ? $"must be left out with target type instance, got '{value}'"
        : AwsLimits.RoleArn(value);

    /// <summary>The protocol of a target group: QUIC has no targets of type <c>instance</c>.</summary>
    public static string? Protocol(TargetType targetType, TargetGroupBindingProtocol? value) =>
        targetType == TargetType.Instance && TargetGroupBindingFields.IsQuic(value)
            ? $"must not be QUIC or TCP_QUIC with target type instance, got '{value!.Value.Word()}'"
            : null;

    /// <summary>A node selector: only with target type <c>instance</c>.</summary>
    public static string? NodeSelectorOf(TargetType targetType) => targetType == TargetType.Ip ? "must be left out with target type ip" : null;

    private static string? ExternalIdOf(string? role, string? value) =>
        value is null ? null
        : role is null ? $"must be left out without an 'IamRoleArnToAssume', got '{value}'"
        : IamLimits.ExternalId(value);

    private static IEnumerable<(string Property, string Fault)> Selector(NodeSelector selector) =>
        selector
            .MatchLabels.SelectMany(label =>
                Faults(
                    ("NodeSelector.MatchLabels", KubernetesLimits.LabelKey(label.Key)),
                    ($"NodeSelector.MatchLabels.{label.Key}", KubernetesLimits.LabelValue(label.Value))
                )
            )
            .Concat(selector.MatchExpressions.SelectMany((requirement, index) => Requirement($"NodeSelector.MatchExpressions[{index}]", requirement)));

    private static IEnumerable<(string Property, string Fault)> Requirement(string path, NodeSelectorRequirement requirement) =>
        Faults([
            ($"{path}.Key", KubernetesLimits.LabelKey(requirement.Key)),
            ($"{path}.Values", RequirementValues(requirement.Operator, requirement.Values.Count)),
            .. requirement.Values.Select((value, index) => ($"{path}.Values[{index}]", KubernetesLimits.LabelValue(value))),
        ]);

    /// <summary>The values of a requirement: <c>In</c> and <c>NotIn</c> compare with some, <c>Exists</c> and <c>DoesNotExist</c> with none.</summary>
    public static string? RequirementValues(NodeSelectorOperator comparison, int count) =>
        comparison is NodeSelectorOperator.In or NodeSelectorOperator.NotIn
            ? count > 0
                ? null
                : $"must have at least 1 entry with operator {comparison.Word()}, got 0"
            : count == 0
                ? null
                : $"must have no entries with operator {comparison.Word()}, got {count}";

    private static IEnumerable<(string Property, string Fault)> Networking(TargetType targetType, TargetGroupBindingNetworking networking) =>
        Faults(("Networking.Ingress", Limit.Entries(networking.Ingress.Count, 1, int.MaxValue)))
            .Concat(networking.Ingress.SelectMany((rule, index) => IngressRule(targetType, $"Networking.Ingress[{index}]", rule)));

    private static IEnumerable<(string Property, string Fault)> IngressRule(TargetType targetType, string path, NetworkingIngressRule rule) =>
        Faults([
            ($"{path}.From", Limit.Entries(rule.From.Count, 1, int.MaxValue)),
            .. rule.From.SelectMany((peer, index) => Peer($"{path}.From[{index}]", peer)),
            .. rule.Ports.Select((port, index) => ($"{path}.Ports[{index}].Port", port.Port is { } value ? NetworkingPort(targetType, value) : null)),
        ]);

    private static IEnumerable<(string Property, string? Fault)> Peer(string path, NetworkingPeer peer) =>
        [
            (path, (peer.Cidr is null) == (peer.SecurityGroupId is null) ? "must have either a 'Cidr' or a 'SecurityGroupId'" : null),
            ($"{path}.Cidr", peer.Cidr is { } cidr ? NetworkLimits.Cidr(cidr) : null),
            ($"{path}.SecurityGroupId", peer.SecurityGroupId is { } group ? AwsLimits.SecurityGroupId(group) : null),
        ];

    /// <summary>A port of a target: of a node its number, of a pod its number or its name, at most 15 characters long.</summary>
    /// <seealso href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"/>
    [Bounds(1, NetworkLimits.HighestPort)]
    [Pattern(PortNameRegex)]
    public static string? NetworkingPort(TargetType targetType, ServicePort value) =>
        value.Number is { } number ? NetworkLimits.Port(number)
        : targetType == TargetType.Instance ? $"must be a number with target type instance, got '{value}'"
        : value.ToString() is var name && (Limit.IsToken(name) || PortNamePattern().IsMatch(name)) ? null
        : $"must be between 1 and 65535 or the name of a container's port, got '{value}'";

    private static bool SameTargetGroup(TargetGroupBinding one, TargetGroupBinding other) =>
        (one.TargetGroupArn is not null && one.TargetGroupArn == other.TargetGroupArn)
        || (one.TargetGroupName is not null && one.TargetGroupName == other.TargetGroupName)
        || NameInArn(one.TargetGroupArn, other.TargetGroupName)
        || NameInArn(other.TargetGroupArn, one.TargetGroupName);

    /// <summary>Whether an ARN is that of a name. Within an account and a region there is one such target group.</summary>
    private static bool NameInArn(string? arn, string? name) =>
        arn is not null && name is not null && arn.Contains($":targetgroup/{name}/", StringComparison.Ordinal);

    private static string NeedsController(ControllerVersion since, ControllerVersion installed, string? chartVersion) =>
        $"needs controller {since} or later, got {installed}{(chartVersion is null ? string.Empty : $" (chart {chartVersion})")}";

    private static IEnumerable<(string Property, string Fault)> Faults(params IEnumerable<(string Property, string? Fault)> limits) =>
        from limit in limits
        where limit.Fault is not null
        select (limit.Property, limit.Fault);

    [GeneratedRegex(VpcIdRegex)]
    private static partial Regex VpcIdPattern();

    [GeneratedRegex(PortNameRegex)]
    private static partial Regex PortNamePattern();
}
