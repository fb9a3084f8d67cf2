using System.Text.Json;

namespace Mooring.Permissions;

/// <summary>The region and the account that a provider is configured for, and the role that it assumes.</summary>
/// <param name="Region">The region.</param>
/// <param name="Account">Id of the account; <c>*</c> where the file does not have it.</param>
/// <param name="Role">ARN of the role; <see langword="null"/> for the credentials that Terraform starts with.</param>
internal sealed record Place(string Region, string Account, string? Role)
{
    /// <summary>The partition of the region.</summary>
    public string Partition => PartitionOf(Region);

    /// <summary>The partition of a region.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
    public static string PartitionOf(string region) =>
        region.Split('-') switch
        {
            ["cn", ..] => "aws-cn",
            ["us", "gov", ..] => "aws-us-gov",
            ["eusc", ..] => "aws-eusc",
            [_, ['i', 's', 'o', .. var rest], ..] => rest.Length == 0 ? "aws-iso" : $"aws-iso-{rest}",
            _ => "aws",
        };

    /// <summary>The place of a configuration of the AWS provider.</summary>
    public static Place Of(JsonElement provider)
    {
        var role = provider.TryGetProperty("assume_role", out var roles) ? roles[0].GetProperty("role_arn").GetString() : null;
        var account = provider.TryGetProperty("allowed_account_ids", out var accounts) ? accounts[0].GetString() : role?.Split(':')[4];
        return new(provider.GetProperty("region").GetString()!, account ?? "*", role);
    }
}
