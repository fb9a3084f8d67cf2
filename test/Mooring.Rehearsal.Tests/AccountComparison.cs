using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.Rehearsal.Tests;

/// <summary>What two simulated accounts do not have in common, attribute by attribute.</summary>
internal static class AccountComparison
{
    /// <summary>What counts changes, or is chosen once for an object: docs/defaults.md has the reasons.</summary>
    private static readonly string[] s_notCompared =
    [
        "aws_autoscaling_group.launch_template.id",
        "aws_autoscaling_group.launch_template.name",
        "aws_autoscaling_group.launch_template.version",
        "aws_eks_addon.addon_version",
        "aws_launch_template.arn",
        "aws_launch_template.id",
        "aws_launch_template.latest_version",
        "aws_launch_template.name",
        "aws_lb_listener.mutual_authentication.advertise_trust_store_ca_names",
        "aws_vpc_security_group_egress_rule.arn",
        "aws_vpc_security_group_egress_rule.id",
        "aws_vpc_security_group_egress_rule.security_group_rule_id",
        "helm_release.metadata",
    ];

    private static readonly string[] s_rule = ["security_group_id", "ip_protocol", "from_port", "to_port", "cidr_ipv4", "cidr_ipv6"];

    /// <summary>Blocks that stay when they are no longer written, but disabled. None is the same as a disabled one.</summary>
    private static readonly string[] s_canBeDisabled =
    [
        "aws_lb.access_logs",
        "aws_lb.connection_logs",
        "aws_lb_listener.default_action.forward.stickiness",
        "aws_lb_listener_rule.action.forward.stickiness",
    ];

    /// <summary>The differences of two accounts. What is only looked up, such as a secret, is not compared.</summary>
    public static IEnumerable<string> Between(PretendedAccount one, PretendedAccount other)
    {
        var others = Managed(other);
        foreach (var (key, value) in Managed(one))
        {
            if (!others.Remove(key, out var same))
            {
                yield return $"{key} is still there";
                continue;
            }

            foreach (var (name, found) in value.Members.Where(member => member.Value != same[member.Key]))
            {
                yield return $"{key}: {name} is {Text(found)}, not {Text(same[name])}";
            }
        }

        foreach (var missing in others.Keys)
        {
            yield return $"{missing} is missing";
        }
    }

    private static Dictionary<string, ObjectValue> Managed(PretendedAccount account) =>
        account
            .Objects.Where(each => each.Type != "aws_secretsmanager_secret_version")
            .ToDictionary(each => $"{each.Type} {each.Scope} {NameOf(each)}", each => (ObjectValue)Comparable(each.Value, each.Type));

    /// <summary>A rule of a security group keeps its id when it changes to another one in place: it is known by what it is.</summary>
    private static string? NameOf(RemoteObject each) =>
        each.Type == "aws_vpc_security_group_egress_rule"
            ? string.Join(' ', s_rule.Select(attribute => each.Value[attribute].Text ?? $"{(each.Value[attribute] as NumberValue)?.Value}"))
        : each.Value["name_prefix"].Text is { Length: > 0 } prefix ? prefix
        : each.Id;

    private static Value Comparable(Value value, string path) =>
        value switch
        {
            ListValue list when s_canBeDisabled.Contains(path) => Value.List(list.Values.Where(element => element["enabled"] == true)),
            ListValue list => Value.List(list.Values.Select(element => Comparable(element, path))),
            ObjectValue @object => Value.Object(
                @object
                    .Members.Where(member => !s_notCompared.Contains($"{path}.{member.Key}"))
                    .Select(member => KeyValuePair.Create(member.Key, Comparable(member.Value, $"{path}.{member.Key}")))
            ),
            _ => value,
        };

    private static string Text(Value value) =>
        value switch
        {
            ListValue list => $"[{string.Join(", ", list.Values.Select(Text))}]",
            ObjectValue @object =>
                $"{{{string.Join(", ", @object.Members.Where(member => !member.Value.IsNull).Select(member => $"{member.Key}: {Text(member.Value)}"))}}}",
            StringValue text => $"'{text.Value}'",
            NumberValue number => $"{number.Value}",
            BoolValue flag => $"{flag.Value}",
            _ => "none",
        };
}
