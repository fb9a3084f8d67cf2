using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks what a listener or a rule of one load balancer does with requests.</summary>
internal sealed class ActionChecks(FleetIndex index, string loadBalancer, ListenerProtocol? protocol)
{
    /// <summary>Adds the errors of an action.</summary>
    public void Check(IActionSpec action, FaultScope scope)
    {
        CheckKind(action, scope);
        if (action.Forward is { } forward)
        {
            new ForwardChecks(index, loadBalancer, protocol, scope.At(action.Forward)).Check(forward);
        }

        if (action.Redirect is { } redirect)
        {
            CheckRedirect(redirect, scope.At(action.Redirect));
        }

        if (action.FixedResponse is { } response)
        {
            var at = scope.At(action.FixedResponse);
            at.Check(response.StatusCode, ActionLimits.FixedResponseStatus);
            at.Check(response.ContentType, ActionLimits.FixedResponseContentType);
            at.Check(response.Body, ActionLimits.FixedResponseBody);
        }
    }

    private static void CheckKind(IActionSpec action, FaultScope scope)
    {
        object?[] given = [action.Forward, action.Redirect, action.FixedResponse];
        FaultScope[] kinds = [scope.At(action.Forward), scope.At(action.Redirect), scope.At(action.FixedResponse)];
        if (given.Count(choice => choice is not null) != 1 && !kinds.Any(kind => kind.IsUnreadable))
        {
            scope.AddBeside(
                $"must have one of 'forward', 'redirect' and 'fixedResponse', got {(given.Any(choice => choice is not null) ? "more than one" : "none")}"
            );
        }
    }

    private void CheckRedirect(RedirectSpec redirect, FaultScope at)
    {
        at.AddIf(ActionLimits.Redirect(redirect.Protocol, redirect.Port, redirect.Host, redirect.Path));
        at.At(redirect.Protocol).AddIf(ActionLimits.RedirectProtocol(protocol, redirect.Protocol));
        at.Check(redirect.Port, NetworkLimits.Port);
        at.Check(redirect.Host, ActionLimits.RedirectHost);
        at.Check(redirect.Path, ActionLimits.RedirectPath);
        at.Check(redirect.Query, ActionLimits.RedirectQuery);
        at.Check(redirect.StatusCode, ActionLimits.RedirectStatus);
    }
}
