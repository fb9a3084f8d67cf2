namespace Mooring.LoadBalancing;

/// <summary>A listener: one that is created, looked up or known by its ARN.</summary>
public interface IListener
{
    /// <summary>ARN of the listener.</summary>
    string ListenerArn { get; }
}
