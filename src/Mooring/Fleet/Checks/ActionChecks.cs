using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks what a listener or a rule of one load balancer does with requests.</summary>
internal sealed class ActionChecks(FleetSpec fleet, string loadBalancer, ListenerProtocol? protocol, FaultCollector faults)
{
    private static readonly string[] s_kinds = ["forward", "redirect", "fixedResponse"];

    /// <summary>Adds what is wrong with an action.</summary>
    public void Check(string path, IActionSpec action)
    {
        object?[] given = [action.Forward, action.Redirect, action.FixedResponse];
        if (given.Count(choice => choice is not null) != 1 && !s_kinds.Any(kind => faults.IsUnreadable($"{path}.{kind}")))
        {
            faults.AddBeside(path, $"must have one of 'forward', 'redirect' and 'fixedResponse', got {(given.Any(choice => choice is not null) ? "more than one" : "none")}");
        }

        if (action.Forward is { } forward)
        {
            new ForwardChecks(fleet, loadBalancer, protocol, faults).Check($"{path}.forward", forward);
        }

        if (action.Redirect is { } redirect)
        {
            CheckRedirect($"{path}.redirect", redirect);
        }

        if (action.FixedResponse is { } response)
        {
            faults.AddIf($"{path}.fixedResponse.statusCode", ActionLimits.FixedResponseStatus(response.StatusCode));
            faults.AddIf($"{path}.fixedResponse.contentType", ActionLimits.FixedResponseContentType(response.ContentType));
            faults.AddIf($"{path}.fixedResponse.body", ActionLimits.FixedResponseBody(response.Body));
        }
    }

    private void CheckRedirect(string path, RedirectSpec redirect)
    {
        faults.AddIf(path, ActionLimits.Redirect(redirect.Protocol, redirect.Port, redirect.Host, redirect.Path));
        faults.AddIf($"{path}.protocol", ActionLimits.RedirectProtocol(protocol, redirect.Protocol));
        faults.AddIf($"{path}.port", redirect.Port is { } port ? NetworkLimits.Port(port) : null);
        faults.AddIf($"{path}.host", ActionLimits.RedirectHost(redirect.Host));
        faults.AddIf($"{path}.path", ActionLimits.RedirectPath(redirect.Path));
        faults.AddIf($"{path}.query", ActionLimits.RedirectQuery(redirect.Query));
        faults.AddIf($"{path}.statusCode", ActionLimits.RedirectStatus(redirect.StatusCode));
    }
}
