using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares load balancers.</summary>
/// <param name="declared">Collects what is declared.</param>
internal sealed class LoadBalancerDeclaration(Declared declared)
{
    /// <summary>Declares one that is only looked up.</summary>
    /// <param name="answer">The load balancer.</param>
    /// <param name="path">Its place in the file.</param>
    public LoadBalancerSpec LookedUp(LoadBalancerAnswer answer, string path)
    {
        declared.Add(path, answer.Arn, LoadBalancerReader.Owner(answer.Name));
        declared.Comment(path, $"not Terraform's: it is only looked up. To own it, run discover with --load-balancer {answer.Name}");
        if (answer.SecurityGroups.Count > 1)
        {
            declared.Comment($"{path}.securityGroups", $"of {string.Join(", ", answer.SecurityGroups)}: clusters allow traffic from this one");
        }

        var names = new FreeNames();
        return new()
        {
            Existing = answer.Name,
            IpAddressType = TargetGroupDeclaration.Word<LoadBalancerIpAddressType>(answer.Description.Text("IpAddressType")),
            SecurityGroups = answer.SecurityGroups.Count > 1 ? [answer.SecurityGroups[0]] : [],
            Listeners = answer.Listeners.ToDictionary(
                listener => names.Of(ListenerDeclaration.NameOf(listener), $"port-{listener.Port}"),
                ListenerDeclaration.LookedUp
            ),
        };
    }

    /// <summary>Declares one that is adopted, with everything that it has.</summary>
    /// <param name="answer">The load balancer.</param>
    /// <param name="path">Its place in the file.</param>
    public LoadBalancerSpec Adopted(LoadBalancerAnswer answer, string path)
    {
        declared.Add(path, answer.Arn, LoadBalancerReader.Owner(answer.Name));
        declared.Comment(path, "Terraform imports it and owns it from then on: what is declared here is what it becomes");
        SecurityGroupComments.Of(answer).ToList().ForEach(text => declared.Comment($"{path}.securityGroups", text));
        SayTagsOfOtherCase(answer, path);
        if (answer.WebAclOfFirewallManager is { } webAcl)
        {
            declared.Comment(path, $"AWS Firewall Manager attaches web ACL {webAcl}: it stays as it is, and 'webAcl' must be left out");
        }

        var groups = TargetGroupsOf(answer, path);
        var names = groups.ToDictionary(group => group.Value.Adopt!, group => group.Key, StringComparer.Ordinal);
        return LoadBalancerAttributes.Of(answer) with
        {
            Adopt = answer.Arn,
            Scheme = TargetGroupDeclaration.Word<Scheme>(answer.Description.Text("Scheme")),
            IpAddressType = TargetGroupDeclaration.Word<LoadBalancerIpAddressType>(answer.Description.Text("IpAddressType")),
            Subnets = answer.Subnets,
            SecurityGroups = answer.SecurityGroups,
            WebAcl = answer.WebAcl,
            Tags = answer.Tags.Where(tag => !FleetTags.Has(tag.Key)).ToDictionary(),
            TargetGroups = groups,
            Listeners = ListenersOf(answer, path, new ActionDeclaration(names)),
        };
    }

    private void SayTagsOfOtherCase(LoadBalancerAnswer answer, string path)
    {
        foreach (var (key, value) in answer.Tags.Where(tag => FleetTags.Has(tag.Key) && !FleetTags.Keys.Contains(tag.Key)))
        {
            var words = LoadBalancerReader.Owner(answer.Name);
            declared.Unsayable(path, $"tag {key} of {words}, '{value}', which Terraform removes: every resource of a fleet has tag {key.ToLowerInvariant()}");
        }
    }

    private Dictionary<string, TargetGroupSpec> TargetGroupsOf(LoadBalancerAnswer answer, string path)
    {
        var names = new FreeNames();
        var groups = new Dictionary<string, TargetGroupSpec>();
        foreach (var group in answer.TargetGroups)
        {
            var words = $"target group {group.Name}";
            if (declared.IsLeftOut(path, group.Arn, words, TargetGroupDeclaration.ObstacleOf(group, answer.Vpc)))
            {
                continue;
            }

            var name = names.Of(group.Name, "target-group");
            var at = $"{path}.targetGroups.{name}";
            groups.Add(name, TargetGroupDeclaration.Of(group));
            declared.Add(at, group.Arn, words);
            declared.Comment(at, TargetGroupDeclaration.TargetsOf(group));
        }

        return groups;
    }

    private Dictionary<string, ListenerSpec> ListenersOf(LoadBalancerAnswer answer, string path, ActionDeclaration actions)
    {
        var (names, declaration) = (new FreeNames(), new ListenerDeclaration(declared, actions));
        var listeners = new Dictionary<string, ListenerSpec>();
        foreach (var listener in answer.Listeners)
        {
            var words = $"{ListenerDeclaration.WordsOf(listener)} of {answer.Name}, with its rules";
            if (declared.IsLeftOut(path, listener.Arn, words, declaration.ObstacleOf(listener)))
            {
                continue;
            }

            var name = names.Of(ListenerDeclaration.NameOf(listener), $"port-{listener.Port}");
            var at = $"{path}.listeners.{name}";
            declared.Add(at, listener.Arn, words);
            listeners.Add(name, declaration.Of(listener, at));
        }

        return listeners;
    }
}
