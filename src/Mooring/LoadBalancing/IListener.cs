namespace Mooring.LoadBalancing;

/// <summary>A listener, whoever made it.</summary>
public interface IListener
{
    /// <summary>ARN of the listener.</summary>
    string ListenerArn { get; }
}
