using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a forward: its target groups, and the log-in in front of it.</summary>
internal sealed class ForwardChecks(FleetSpec fleet, string loadBalancer, ListenerProtocol? protocol, FaultCollector faults)
{
    /// <summary>Adds what is wrong with a forward.</summary>
    public void Check(string path, ForwardSpec forward)
    {
        CheckTargetGroups($"{path}.targetGroups", forward.TargetGroups);
        faults.AddIf($"{path}.stickiness", forward.Stickiness is { } stickiness ? ActionLimits.Stickiness(stickiness) : null);
        if (forward.Authenticate is { } authenticate)
        {
            CheckAuthenticate($"{path}.authenticate", authenticate);
        }
    }

    private void CheckTargetGroups(string path, IReadOnlyList<ForwardTargetGroupSpec> targetGroups)
    {
        faults.AddIf(path, ActionLimits.ForwardTargetGroups(targetGroups.Count));
        foreach (var (index, targetGroup) in targetGroups.Index())
        {
            var targetPath = $"{path}[{index}]";
            faults.AddIf($"{targetPath}.weight", ActionLimits.Weight(targetGroup.Weight));
            CheckTargetGroup(targetPath, targetGroup);
            if (targetGroups.Take(index).Any(other => other with { Weight = targetGroup.Weight } == targetGroup))
            {
                faults.AddBeside(targetPath, "must be another target group than those before it in the forward");
            }
        }

        if (!faults.IsFaulty(path))
        {
            faults.AddIf(path, ActionLimits.Weights([.. targetGroups.Select(targetGroup => targetGroup.Weight)]));
        }
    }

    private void CheckTargetGroup(string path, ForwardTargetGroupSpec target)
    {
        switch (target)
        {
            case { Cluster: not null, TargetGroup: not null } or { Cluster: null, TargetGroup: null }:
                faults.AddBeside(path, $"must have one of 'cluster' and 'targetGroup', got {(target.Cluster is null ? "none" : "both")}");
                break;
            case { TargetGroup: { } name }:
                CheckDeclared(path, name, target);
                break;
            case { Cluster: { } cluster }:
                CheckBound(path, cluster, target);
                break;
        }
    }

    private void CheckDeclared(string path, string name, ForwardTargetGroupSpec target)
    {
        if (target.Binding is not null)
        {
            faults.Add($"{path}.binding", "must be left out beside 'targetGroup': it is a cluster's");
        }

        if (!fleet.LoadBalancers[loadBalancer].TargetGroups.TryGetValue(name, out var group))
        {
            faults.Add($"{path}.targetGroup", $"must be the name of one of the 'targetGroups' of load balancer '{loadBalancer}', got '{name}'");
        }
        else
        {
            faults.AddIf($"{path}.targetGroup", TargetGroupLimits.ForwardedFrom(protocol, group.ProtocolVersion));
        }
    }

    private void CheckBound(string path, string clusterName, ForwardTargetGroupSpec target)
    {
        if (faults.IsUnreadable("clusters") || faults.IsUnreadable($"{path}.binding"))
        {
            return;
        }

        if (!fleet.Clusters.TryGetValue(clusterName, out var cluster))
        {
            faults.Add($"{path}.cluster", $"must be the name of a cluster of this fleet, got '{clusterName}'");
            return;
        }

        // What a cluster is bound to cannot be told while its bindings have faults of their own.
        if (faults.IsFaulty($"clusters.{clusterName}.bindings"))
        {
            return;
        }

        var bindings = ForwardBinding.Candidates(cluster, loadBalancer, target).ToArray();
        if (bindings.Length == 0)
        {
            var name = target.Binding is { } binding ? $" named '{binding}'" : string.Empty;
            faults.Add($"{path}.cluster", $"must be a cluster with a binding{name} to load balancer '{loadBalancer}' and a target group of its own, got '{clusterName}'");
        }
        else if (bindings.Length > 1)
        {
            var names = string.Join(", ", bindings.Select(binding => $"'{binding.EffectiveName}'"));
            faults.Add($"{path}.binding", $"is required, because cluster '{clusterName}' has several bindings to load balancer '{loadBalancer}': {names}");
        }
        else
        {
            faults.AddIf($"{path}.cluster", TargetGroupLimits.ForwardedFrom(protocol, bindings[0].TargetGroup.ProtocolVersion));
        }
    }

    private void CheckAuthenticate(string path, AuthenticateSpec authenticate)
    {
        faults.AddIf(path, ActionLimits.Authentication(protocol));
        if (authenticate is { Oidc: null, Cognito: null } or { Oidc: not null, Cognito: not null }
            && !faults.IsUnreadable($"{path}.oidc") && !faults.IsUnreadable($"{path}.cognito"))
        {
            faults.AddBeside(path, $"must have one of 'oidc' and 'cognito', got {(authenticate.Oidc is null ? "none" : "both")}");
        }

        faults.AddIf($"{path}.sessionTimeout", authenticate.SessionTimeout is { } timeout ? ActionLimits.SessionTimeout(timeout) : null);
        faults.AddIf($"{path}.requestParameters", ActionLimits.RequestParameters(authenticate.RequestParameters.Count));
        if (authenticate.Oidc is { } oidc)
        {
            faults.AddIf($"{path}.oidc.issuer", ActionLimits.OidcEndpoint(oidc.Issuer));
            faults.AddIf($"{path}.oidc.authorizationEndpoint", ActionLimits.OidcEndpoint(oidc.AuthorizationEndpoint));
            faults.AddIf($"{path}.oidc.tokenEndpoint", ActionLimits.OidcEndpoint(oidc.TokenEndpoint));
            faults.AddIf($"{path}.oidc.userInfoEndpoint", ActionLimits.OidcEndpoint(oidc.UserInfoEndpoint));
        }

        if (authenticate.Cognito is { } cognito)
        {
            faults.AddIf($"{path}.cognito.userPool", AwsLimits.UserPoolArn(cognito.UserPool));
            faults.AddIf($"{path}.cognito.userPoolDomain", ActionLimits.UserPoolDomain(cognito.UserPoolDomain));
        }
    }
}
