namespace Mooring.StandIns.Providers;

/// <summary>Something that must exist before an object that refers to it.</summary>
/// <param name="From">Path of the attribute that refers: <c>action.forward.target_group.arn</c>.</param>
/// <param name="Type">The type of what it refers to.</param>
/// <param name="Attribute">The attribute that it refers to it by.</param>
/// <param name="Missing">What AWS says when it does not exist; <c>{0}</c> is what was referred to.</param>
internal sealed record Need(string From, string Type, string Attribute, string Missing)
{
    /// <summary>An attribute that both must have the same value of: <c>cluster_name</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? Within { get; init; }

    /// <summary>What AWS says when it is to be deleted while something refers to it; <c>{0}</c> is what is referred to.</summary>
    /// <value>Defaults to nothing: it may be deleted.</value>
    public string? InUse { get; init; }
}
