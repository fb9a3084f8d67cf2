using Mooring.Fleet.Reading;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks what a listener or a rule of one load balancer does with requests.</summary>
internal sealed class ActionChecks(FleetSpec fleet, string loadBalancer, ListenerProtocol protocol, FaultCollector faults)
{
    /// <summary>Adds what is wrong with an action.</summary>
    public void Check(string path, IActionSpec action)
    {
        object?[] given = [action.Forward, action.Redirect, action.FixedResponse];
        var isTold = !faults.IsUnreadable($"{path}.forward") && !faults.IsUnreadable($"{path}.redirect") && !faults.IsUnreadable($"{path}.fixedResponse");
        if (given.Count(choice => choice is not null) != 1 && isTold)
        {
            faults.Add(path, $"must have one of 'forward', 'redirect' and 'fixedResponse', got {(given.Any(choice => choice is not null) ? "more than one" : "none")}");
        }

        if (action.Forward is { } forward)
        {
            CheckForward($"{path}.forward.targetGroups", forward.TargetGroups);
        }

        if (action.Redirect is { } redirect)
        {
            CheckRedirect($"{path}.redirect", redirect);
        }

        if (action.FixedResponse is { } response)
        {
            faults.AddIf($"{path}.fixedResponse.statusCode", ElbLimits.FixedResponseStatus(response.StatusCode));
            faults.AddIf($"{path}.fixedResponse.body", ElbLimits.FixedResponseBody(response.Body));
        }
    }

    private void CheckForward(string path, IReadOnlyList<ForwardTargetGroupSpec> targetGroups)
    {
        faults.AddIf(path, ElbLimits.ForwardTargetGroups(targetGroups.Count));
        foreach (var (index, targetGroup) in targetGroups.Index())
        {
            faults.AddIf($"{path}[{index}].weight", ElbLimits.Weight(targetGroup.Weight));
            CheckTargetGroup($"{path}[{index}]", targetGroup);
            if (targetGroups.Take(index).Any(other => (other.Cluster, other.Binding) == (targetGroup.Cluster, targetGroup.Binding)))
            {
                faults.Add($"{path}[{index}]", "must be another target group than those before it in the forward");
            }
        }

        if (targetGroups.Count > 0 && targetGroups.All(targetGroup => targetGroup.Weight == 0) && !faults.IsFaulty(path))
        {
            faults.Add(path, "must not all have weight 0: no target group would get a request");
        }
    }

    private void CheckTargetGroup(string path, ForwardTargetGroupSpec targetGroup)
    {
        if (faults.IsUnreadable("clusters"))
        {
            return;
        }

        if (!fleet.Clusters.TryGetValue(targetGroup.Cluster, out var cluster))
        {
            faults.Add($"{path}.cluster", $"must be the name of a cluster of this fleet, got '{targetGroup.Cluster}'");
            return;
        }

        // What a cluster is bound to cannot be told while its bindings have faults of their own.
        if (faults.IsFaulty($"clusters.{targetGroup.Cluster}.bindings"))
        {
            return;
        }

        var bindings = ForwardBinding.Candidates(cluster, loadBalancer, targetGroup).ToArray();
        if (bindings.Length == 0)
        {
            var name = targetGroup.Binding is { } binding ? $" named '{binding}'" : string.Empty;
            faults.Add($"{path}.cluster", $"must be a cluster with a binding{name} to load balancer '{loadBalancer}', got '{targetGroup.Cluster}'");
        }
        else if (bindings.Length > 1)
        {
            faults.Add($"{path}.binding", $"is required, because cluster '{targetGroup.Cluster}' has several bindings to load balancer '{loadBalancer}': {string.Join(", ", bindings.Select(binding => $"'{binding.EffectiveName}'"))}");
        }
    }

    private void CheckRedirect(string path, RedirectSpec redirect)
    {
        faults.AddIf(path, ElbLimits.Redirect(redirect.Protocol, redirect.Port, redirect.Host, redirect.Path));
        if (protocol == ListenerProtocol.Https && redirect.Protocol == ListenerProtocol.Http)
        {
            faults.Add($"{path}.protocol", "must not be HTTP in a listener of protocol HTTPS: AWS redirects to HTTPS only");
        }

        faults.AddIf($"{path}.port", redirect.Port is { } port ? NetworkLimits.Port(port) : null);
        faults.AddIf($"{path}.statusCode", ElbLimits.RedirectStatus(redirect.StatusCode));
    }
}
