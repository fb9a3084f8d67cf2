using System.Collections.ObjectModel;

namespace Mooring.Fleet;

/// <summary>Defines which pods run on Fargate: those of a namespace that have some labels.</summary>
public sealed record FargateSelectorSpec
{
    /// <summary>The namespace. <c>*</c> is any text, <c>?</c> any character: <c>batch-*</c>.</summary>
    public required string Namespace { get; init; }

    /// <summary>Labels that a pod must have, all of them, at most 5; with the same wildcards.</summary>
    /// <value>Defaults to none: every pod of the namespace.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
