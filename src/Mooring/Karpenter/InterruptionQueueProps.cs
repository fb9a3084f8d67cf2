using System.Collections.ObjectModel;

namespace Mooring.Karpenter;

/// <summary>Properties of an <see cref="InterruptionQueue"/>.</summary>
public sealed record InterruptionQueueProps
{
    /// <summary>Name of the queue and of its rule: 1 to 64 letters, digits, hyphens and underscores.</summary>
    public required string QueueName { get; init; }

    /// <summary>Tags of the queue and its rule.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
