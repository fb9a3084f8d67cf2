namespace Mooring.LoadBalancing;

/// <summary>
/// What a listener or a rule does with a request: <see cref="ForwardAction"/>, <see cref="RedirectAction"/> or
/// <see cref="FixedResponseAction"/>.
/// </summary>
public abstract record ListenerAction
{
    // The kinds are ELB's; nobody else adds one.
    private protected ListenerAction() { }
}
