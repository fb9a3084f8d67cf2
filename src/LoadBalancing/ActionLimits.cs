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
                Limits.Require(nameof(forward.TargetGroups), Limits.ForwardTargetGroups(forward.TargetGroups.Count));
                foreach (var target in forward.TargetGroups)
                {
                    Limits.Require(nameof(target.Weight), Limits.Weight(target.Weight));
                }

                break;
            case RedirectAction redirect:
                Limits.Require(nameof(RedirectAction), Limits.Redirect(redirect.Protocol, redirect.Port, redirect.Host, redirect.Path));
                Limits.Require(nameof(redirect.Port), redirect.Port is { } port ? Limits.Port(port) : null);
                Limits.Require(nameof(redirect.StatusCode), Limits.RedirectStatus(redirect.StatusCode));
                break;
            case FixedResponseAction response:
                Limits.Require(nameof(response.StatusCode), Limits.FixedResponseStatus(response.StatusCode));
                Limits.Require(nameof(response.Body), Limits.FixedResponseBody(response.Body));
                break;
        }
    }
}
