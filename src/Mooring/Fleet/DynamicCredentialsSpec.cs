namespace Mooring.Fleet;

/// <summary>
/// Defines the AWS credentials of runs: HCP Terraform proves with a token for each plan and each apply (OIDC) which workspace it is, and assumes a
/// role with it.
/// Requires one of <c>roleArn</c> and <c>policyArns</c>.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration"/>
public sealed record DynamicCredentialsSpec
{
    /// <summary>ARN of a role that exists and trusts the workspaces.</summary>
    /// <value>Defaults to none: the role <c>&lt;fleet&gt;-hcp-terraform</c> is created in the fleet's account, and trusts the fleet's workspaces only.</value>
    public string? RoleArn { get; init; }

    /// <summary>
    /// ARNs of the policies of the role that is created, such as one with what <c>permissions</c> prints. It may also assume the roles of the
    /// fleet's locations.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> PolicyArns { get; init; } = [];

    /// <summary>
    /// Whether the IAM OIDC provider of HCP Terraform is created or already exists in the account, which can have one. Only a role that is created needs it.
    /// </summary>
    /// <value>Defaults to <c>create</c>.</value>
    public OidcProviderSource OidcProvider { get; init; } = OidcProviderSource.Create;
}
