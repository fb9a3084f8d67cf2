namespace Mooring.Aws;

/// <summary>The AWS CLI is missing, failed, or answered with something that it is not documented to answer. The message includes what it said.</summary>
/// <param name="message">The message.</param>
/// <param name="inner">What it is from; <see langword="null"/> where AWS, or the AWS CLI, said it.</param>
internal sealed class AwsException(string message, Exception? inner = null) : Exception(message, inner)
{
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, and the common errors of the other services
    private static readonly string[] s_refusals = ["(AccessDenied", "(UnauthorizedOperation)", "(WAFInvalidPermissionPolicy", "(AuthorizationError"];

    /// <summary>Whether AWS refused it because a permission is missing.</summary>
    public bool IsDenied => s_refusals.Any(code => Message.Contains(code, StringComparison.Ordinal));
}
