using Mooring.Discovery.Answers;

namespace Mooring.Discovery.Declaration;

/// <summary>
/// Says whom the security groups of a load balancer let in, and where they let it connect to. They exist, and Terraform does not own their rules.
/// </summary>
internal static class SecurityGroupComments
{
    /// <summary>The comments: a line for each group, and one for each listener that no group lets clients reach.</summary>
    public static IEnumerable<string> Of(LoadBalancerAnswer answer)
    {
        var rules = answer.SecurityGroupRules;
        foreach (var group in answer.SecurityGroups)
        {
            var own = rules.Where(rule => rule.Group == group).ToArray();
            if (own.Length > 0)
            {
                yield return $"{group} lets in {Said(own, isEgress: false, "from")}, and out {Said(own, isEgress: true, "to")}";
            }
        }

        // Without any rule they could not be read.
        foreach (var listener in answer.Listeners.Where(listener => rules.Count > 0 && !rules.Any(rule => !rule.IsEgress && rule.Has(listener.Port))))
        {
            yield return $"no rule of these groups lets anybody in on port {listener.Port}, where {answer.Name} has a listener";
        }
    }

    /// <summary>Ports with who may use them: <c>port 443 from 0.0.0.0/0 and ::/0; port 8443 from pl-0a1b2c3d</c>.</summary>
    private static string Said(IEnumerable<SecurityGroupRuleAnswer> rules, bool isEgress, string direction) =>
        rules
            .Where(rule => rule.IsEgress == isEgress)
            .OrderBy(rule => rule.FirstPort)
            .GroupBy(rule => rule.Ports)
            .Select(same => $"{same.Key} {direction} {string.Join(" and ", same.Select(rule => rule.Peer).Distinct().Order(StringComparer.Ordinal))}")
            .ToArray()
            is { Length: > 0 } said
            ? string.Join("; ", said)
            : "nothing";
}
