namespace Mooring.StandIns.Providers;

/// <summary>A reference: an object that must exist before the object that refers to it.</summary>
/// <param name="From">Path of the attribute that refers: <c>action.forward.target_group.arn</c>.</param>
/// <param name="Type">The type of the referenced object.</param>
/// <param name="Attribute">The attribute that identifies the referenced object.</param>
/// <param name="Missing">
/// AWS's error when it does not exist; <c>{0}</c> is the reference. <see langword="null"/> where it may be outside of the account.
/// </param>
internal sealed record Need(string From, string Type, string Attribute, string? Missing)
{
    /// <summary>An attribute with the same value in both: <c>cluster_name</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? Within { get; init; }

    /// <summary>AWS's error when it is deleted while it is referenced; <c>{0}</c> is the reference.</summary>
    /// <value>Defaults to none: it can be deleted.</value>
    public string? InUse { get; init; }
}
