using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Holds the actions of listeners and rules to ELB's limits.</summary>
internal static class ActionLimits
{
    /// <summary>Throws when an action is outside the limits.</summary>
    /// <exception cref="ArgumentException">A property of the action is outside AWS's limits.</exception>
    public static void Require(ListenerAction action)
    {
        switch (action)
        {
            case ForwardAction forward:
                Limit.Require(nameof(forward.TargetGroups), ElbLimits.ForwardTargetGroups(forward.TargetGroups.Count));
                foreach (var target in forward.TargetGroups)
                {
                    Limit.Require(nameof(target.Weight), ElbLimits.Weight(target.Weight));
                }

                break;
            case RedirectAction redirect:
                Limit.Require(nameof(RedirectAction), ElbLimits.Redirect(redirect.Protocol, redirect.Port, redirect.Host, redirect.Path));
                Limit.Require(nameof(redirect.Port), redirect.Port is { } port ? NetworkLimits.Port(port) : null);
                Limit.Require(nameof(redirect.StatusCode), ElbLimits.RedirectStatus(redirect.StatusCode));
                break;
            case FixedResponseAction response:
                Limit.Require(nameof(response.StatusCode), ElbLimits.FixedResponseStatus(response.StatusCode));
                Limit.Require(nameof(response.Body), ElbLimits.FixedResponseBody(response.Body));
                break;
        }
    }
}
