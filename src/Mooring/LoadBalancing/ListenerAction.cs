namespace Mooring.LoadBalancing;

/// <summary>
/// What a listener or a rule does with a request: <see cref="ForwardAction"/>, <see cref="RedirectAction"/> or
/// <see cref="FixedResponseAction"/>.
/// </summary>
public abstract record ListenerAction
{
    // Elastic Load Balancing defines the kinds; no other can be derived.
    private protected ListenerAction() { }
}
