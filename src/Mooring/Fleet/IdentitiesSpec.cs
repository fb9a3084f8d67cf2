namespace Mooring.Fleet;

/// <summary>Defines users and groups of IAM Identity Center, by their ids there.</summary>
public sealed record IdentitiesSpec
{
    /// <summary>Ids of users, such as <c>83d4a8b2-1011-70ab-9f3e-5c6d7e8f9a0b</c>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Ids of groups, such as <c>93d4a8b2-2022-70ab-9f3e-5c6d7e8f9a0b</c>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
