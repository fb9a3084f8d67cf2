namespace Mooring.Identity;

/// <summary>Properties of a <see cref="ControllerRole"/>.</summary>
public sealed record ControllerRoleProps
{
    /// <summary>Name of the role, 1 to 64 characters. The article calls it <c>&lt;cluster&gt;-aws-lb-controller</c>.</summary>
    public required string RoleName { get; init; }

    /// <summary>OIDC provider of the cluster that the controller runs in.</summary>
    public required IOidcProvider OidcProvider { get; init; }
}
