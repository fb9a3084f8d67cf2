namespace Mooring.LoadBalancing;

/// <summary>A listener that is known by its ARN. Unlike a <see cref="ListenerLookup"/>, nothing is looked up.</summary>
/// <param name="ListenerArn">ARN of the listener.</param>
public sealed record ListenerReference(string ListenerArn) : IListener;
