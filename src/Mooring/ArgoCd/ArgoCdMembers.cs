namespace Mooring.ArgoCd;

/// <summary>Users and groups of IAM Identity Center that have a role of Argo CD.</summary>
public sealed record ArgoCdMembers
{
    /// <summary>Ids of users.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Ids of groups.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> GroupIds { get; init; } = [];
}
