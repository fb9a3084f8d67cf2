namespace Mooring.Fleet;

/// <summary>Defines an instance of IAM Identity Center.</summary>
public sealed record IdentityCenterSpec
{
    /// <summary>ARN of the instance, which ends in <c>:sso:::instance/</c> and its id.</summary>
    public required string Instance { get; init; }

    /// <summary>The region that the instance is in.</summary>
    /// <value>Defaults to the region of the root cluster.</value>
    public string? Region { get; init; }
}
