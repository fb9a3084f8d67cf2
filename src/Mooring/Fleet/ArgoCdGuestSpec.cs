namespace Mooring.Fleet;

/// <summary>
/// Defines another fleet whose clusters are registered with this fleet's Argo CD, with <c>argoCd.existing</c> in its own file. Argo CD's role may assume the
/// roles that it has for Argo CD in other accounts.
/// </summary>
public sealed record ArgoCdGuestSpec
{
    /// <summary>Ids of the accounts that its clusters are in, without that of the root cluster, where the roles themselves let Argo CD in.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The path of its roles, <c>iam.path</c> in its own file.</summary>
    /// <value>Defaults to none: <c>/</c>.</value>
    public string? IamPath { get; init; }
}
