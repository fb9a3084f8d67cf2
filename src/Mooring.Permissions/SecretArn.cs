using System.Text.RegularExpressions;

namespace Mooring.Permissions;

/// <summary>
/// The ARN of a secret of AWS Secrets Manager, which a data source names by its name or its ARN. Secrets Manager ends the ARN with a hyphen and six characters
/// that a name does not have.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html"/>
internal static partial class SecretArn
{
    private const string AnyEnd = "-??????";

    /// <summary>The ARN of the secret that a data source reads.</summary>
    public static string Of(StackResource resource)
    {
        var id = resource.Text("secret_id") ?? StackResource.Any;
        return id == StackResource.Any || KnownEnd().IsMatch(id) ? id
            : id.StartsWith("arn:", StringComparison.Ordinal) ? id + AnyEnd
            : $"arn:{resource.Place.Partition}:secretsmanager:{resource.Place.Region}:{resource.Place.Account}:secret:{id}{AnyEnd}";
    }

    [GeneratedRegex("^arn:.*-[A-Za-z0-9]{6}$")]
    private static partial Regex KnownEnd();
}
